export const assignments = {
  title: '指派', sections: { batch: '批量指派', handings: '换人接办', replay: '换一种派法' }, inForce: '本区现行', fairNote: (why: string) => `均衡：${why}`,
  handing: {
    lead: '有人生病、请假或离开，手上的案件谁接、为什么接，先排出来看；确认以后逐件更换，每一件要么整件换好，要么不动。', who: '谁不能办案', cases: (n: number) => `手上 ${n} 件`, go: '看谁来接', nobodyBusy: '现在没有人手上有案件', nobodyBusyHelp: '指派出去的案件办结前，会出现在这里。',
    holds: (name: string, n: number) => `${name} 手上 ${n} 件可以更换`, onlyOwn: '别人手上的案件都不动。', othersMoved: (n: number) => `有 ${n} 件是别人腾位置才能排开的，已标出。`, unplaced: (n: number) => `${n} 件没有人能接，请先联系律所或请上级协调`,
    pick: (number: string) => `换 ${number}`, another: (number: string) => `${number} 由谁接`, note: (number: string) => `${number} 的说明`, notePlaceholder: '说明（不照建议、有冲突提示时必填）', makesRoom: '腾位置',
    confirmTitle: '确认更换', reason: '为什么更换（写进决定和通知）', reasonExample: '如：承办人住院，预计一个月不能办案', reasonNeeded: '请写明为什么更换', otherNeeded: '没有用建议的人，请写明理由', explainNeeded: '有利益冲突提示，请写明说明', keepLeave: '同时登记请假，这几天不再派案，值班也空出来', from: '请假从', until: '到', to: '请假到', daysWrong: '结束日期不能早于开始日期',
    whatHappens: '每件依次写入：更换申请、同意更换的决定、新的指派和冲突检查；出更换通知书和指派通知书，委托协议和授权委托书要重新签，受援人、原承办人、新承办人都会收到通知。', confirm: (n: number) => `确认更换 ${n} 件`, directorConfirms: '更换承办人要由主任决定。请主任打开本页确认。',
    done: (ok: number, bad: number, leave: boolean) => `已更换 ${ok} 件${bad > 0 ? `，${bad} 件没有办成、仍由原承办人办，原因写在那一件上` : ''}${leave ? '，已登记请假' : ''}。`,
  },
  replay: {
    lead: '把一段时间里派出去的案件，按别的派法重新派一遍，和实际的比一比。只是推算，不改任何案件。', from: '从', to: '到', spanWrong: '结束日期不能早于开始日期', none: '这段时间没有派出去的案件', noneHelp: '换一段时间看看。', notYours: '换一种派法由主任查看',
    found: (n: number, lawyers: number) => `${n} 件案、${lawyers} 个人。`, left: (n: number) => `件数太多，只算最近 ${n} 件。`, table: '各种派法比较', columns: ['派法', '不合适扣分', '每件扣分', '忙闲不均（0 最匀）', '手上最多几件', '平均等', '最长等', '没人能办'], inForce: '本区现行', hours: (n: number) => (n >= 48 ? `${Math.round(n / 2.4) / 10} 天` : `${n} 小时`),
    picture: '各人分到几件', pictureHelp: '同一个人在四种派法下的件数；条越长越多。', person: '各人件数', capacity: '最多能办', rests: '利益冲突按现在的记录查，请假不算在内。“实际办理”的等待含办公时间，重新派的只算等空位的时间；每件的办理时间按实际的算。',
    file: (from: string, to: string, kind: string) => `换一种派法-${from}-${to}.${kind}`,
  }, lead: '把等指派的案件一起排一排。这里只给建议，由您决定；和建议不一样时要写理由。', policy: '按什么排', policies: { precise: '精准', fair: '均衡', named: '点援', rota: '轮派' } as Record<string, string>, policyHelp: { precise: '最合适的人，案子多的少派', fair: '总体合适，尽量不让谁太忙', named: '受援人点了名又能办的，派他点的人；其余派最合适的人', rota: '谁最久没派就派谁' } as Record<string, string>,
  go: '排一排', busy: '正在排…', again: '重新排', none: '没有等指派的案件', noneHelp: '有案件作出给予援助决定后，会出现在这里。', took: (n: number, lawyers: number, ms: number) => `${n} 件案、${lawyers} 个人，用时 ${ms < 1 ? '不到 1' : Math.round(ms)} 毫秒`,
  compare: ['排法', '不合适扣分', '忙闲不均（0 最匀）', '最忙的人几件', '没人能办'], chosen: '现在看的', columns: ['案件', '建议指派', '为什么', '改派给'], keep: '照建议', another: (number: string) => `${number} 改派给谁`, reason: (number: string) => `${number} 的理由`, reasonPlaceholder: '理由（改派、说明冲突或超时必填）', explain: (who: string) => `要说明利益冲突：${who}`, nobody: (why: string) => `排不了：${why}`, cost: (n: number) => `扣 ${n} 分`,
  pick: (number: string) => `选 ${number}`, pickAll: '全选', apply: (n: number) => `指派选中的 ${n} 件`, applying: '正在一件一件指派…', applied: (ok: number, bad: number) => (bad === 0 ? `已指派 ${ok} 件。` : `已指派 ${ok} 件，${bad} 件没有办成，原因写在那一件上。`), needReason: '改派给别人要写理由', lights: { green: '来得及', amber: '快到时限', red: '已超法定期限', off: '', paused: '' } as Record<string, string>,
  record: '近三个月的记录', followed: (n: number, all: number) => `${all} 次指派，${n} 次照建议办。`, noRecord: '还没有记录。', recordLine: (when: string, by: string, advised: string, chosen: string) => `${when} ${by}：建议 ${advised}，派给 ${chosen}`, notYours: '批量指派由指派员或主任办理',
} as const
