/**
 * Sentences that several forms share. Article numbers stand only where the rule book marks the rule （法）.
 * 法援法 = 《中华人民共和国法律援助法》.
 */
export const LAW = '《中华人民共和国法律援助法》'

/** 法援法 20: no property may be taken from the aided person under any name. */
export const FREE_OF_CHARGE = `法律援助不收取任何费用。法律援助人员不得以任何名义收取受援人的财物（${LAW}第二十条）；如有人向你收费，请向本机构或者司法行政部门投诉。`

/** 法援法 49 sets no time limit for an objection; the bureau answers in five days. */
export const objection = (what: string) =>
  `你对${what}不服的，可以向设立本机构的{司法行政部门}提出异议（${LAW}第四十九条）。法律没有规定提出异议的截止日期，建议尽早提出。司法行政部门自收到异议之日起五日内审查，作出维持或者责令改正的决定。对维持决定仍不服的，可以依法申请行政复议或者提起行政诉讼。`

export const OBJECTION_PLACE = '异议提交地址：{异议提交地址}　联系电话：{异议联系电话}'
export const VERIFY = '扫码核验'
/** Under every paper of the file: what it says was not typed for it. */
export const FROM_HISTORY = '本页按办案系统记下的案件经过制成，空白处手写。制成日期：{制成日期}'
