export const actions = {
  title: '现在能做什么',
  main: '办理', other: '其他', blocked: '现在还不能做的', notYet: '还没轮到的步骤', none: '这件案子现在不用您做什么。', noneHelp: '轮到您时，它会出现在“该我办的”里。',
  close: '关上', toPreview: '下一步：看文书', confirm: (label: string) => `确认${label}`, back: '返回修改', previewing: '正在生成文书……', previewTitle: '将要发出的文书', previewHint: '这是预览，还没有编号。确认后才编号、发出，不能撤回。',
  done: (label: string) => `${label}：办好了`, kept: '填的内容都在。', openDocument: '看文书',
  changed: { title: '您打开以后，案件有了变化', proceed: '看过了，按最新内容继续' },
  fixFields: '有几处要改一改，已用红字标出。',
  hurry: 'Ctrl + Enter',
} as const
