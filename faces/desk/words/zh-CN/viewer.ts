export const viewer = {
  title: (name: string) => `看材料：${name}`,
  document: (name: string) => `看文书：${name}`,
  previous: '上一份', next: '下一份', zoomIn: '放大', zoomOut: '缩小', fit: '适合窗口', rotate: '转 90 度', close: '关上', download: '下载', word: '下载 Word',
  place: (n: number, all: number) => `第 ${n} 份，共 ${all} 份`,
  page: (n: number, all: number) => `第 ${n} 页，共 ${all} 页`,
  keys: '←→ 换一份 · +− 放大缩小 · R 转动 · Esc 关上',
  cannotShow: '这种文件不能直接看，请下载后打开。',
  broken: '这份文件打不开，可能传坏了。可以下载看看，或请当事人重新传。',
  zoom: (percent: number) => `${percent}%`,
} as const
