/**
 * The notice on handling personal data (rule book 9, PR-1 to PR-12; 个人信息保护法 17, 30). A change of wording is a new
 * version: each application keeps the version it was made under.
 */
export const NOTICE_VERSION = '2026-11-29'

export interface NoticeFigures {
  /** who handles the data, as written on the door */
  handler: string
  phone: string
  draftDays: number
  auditDays: number
  smsDays: number
  /** what was said in a consultation */
  consultationDays: number
  /** a language model outside the house may put answers into simpler words */
  languageModel: boolean
}
export interface NoticeText {
  version: string
  paragraphs: { heading: string; text: string }[]
  /** what is sensitive, why it is needed, and what it means for the person */
  sensitive: string[]
}

const years = (days: number) => (days % 365 === 0 ? `${days / 365} 年` : `${days} 天`)

export function noticeText({
  handler,
  phone,
  draftDays,
  auditDays,
  smsDays,
  consultationDays,
  languageModel,
}: NoticeFigures): NoticeText {
  return {
    version: NOTICE_VERSION,
    paragraphs: [
      { heading: '谁在用您的信息', text: `${handler}。有疑问可以打 ${phone}，或到中心窗口当面问。` },
      {
        heading: '为什么要用',
        text: '办理法律援助：核对您是谁、能不能申请、由谁来帮您，并把结果告诉您。这是法律规定我们要做的事。用在别的地方（比如宣传、研究），会另外问您，不同意也不影响办事。',
      },
      {
        heading: '用哪些信息、怎么用',
        text: '姓名、身份证号、手机号、住址、事情经过、家庭收入和您交的材料。身份证号和手机号加密保存，工作人员平时只看得到头尾几位，要看全部得写明原因，每看一次都有记录。',
      },
      {
        heading: '会给谁看',
        text: '办您案子的工作人员和指派给您的律师。向法院、劳动、民政等单位核实时，只给办事用得着的部分，并留下记录。信息不出境。系统只提建议，给不给援助由人决定，您可以要求说明理由。',
      },
      {
        heading: '保存多久',
        text: `没提交的草稿 ${draftDays} 天不动就删除；短信内容 ${years(smsDays)}；查看记录 ${years(auditDays)}；案卷按国家档案规定保存，到期移交档案或去掉姓名。`,
      },
      {
        heading: '在网上问问题',
        text: `不用登录就能问。您说的话加密保存 ${consultationDays} 天，去掉姓名、电话、证件号的问题留一年，用来看答得好不好；您另外同意的，才用来让查找变得更准。${languageModel ? '把答复改得更好懂时，会请外面的语言模型帮忙：先去掉姓名、电话、证件号、地址、车牌、银行卡号再发出去，它改的话要和法条核对过才给您看。' : ''}留给律师的问题和答复，只有您和值班的人看得到，办完留三年。`,
      },
      {
        heading: '您的权利',
        text: '您可以查看、复制、更正、导出自己的信息，可以撤回同意，可以要求删除（正在办的案子，材料要留到办完）。在“我的”里可以直接导出；其他要求打电话或到窗口提出，不答应的会说明理由。',
      },
      { heading: '不满 14 周岁', text: '要由父母或监护人同意。监护人就是侵害人的，可以由其他监护人或机构代办。' },
      {
        heading: '不同意会怎样',
        text: '不填非必填的内容，照样可以办。身份证号、联系方式和事情经过是办事必须的，没有就没法受理。',
      },
    ],
    sensitive: [
      '身份证号码：用来确认您是本人，避免别人冒名；泄露可能被人冒用。',
      '民族、职业、户口地址、人员类别、家里人的姓名和收入、家里的财产和难处：您愿意填才有，加密保存，只印在申请表和经济困难状况说明表上；不填照样办。',
      '家庭收入、低保等困难情况：用来判断是否符合条件；泄露可能让您难堪。',
      '伤病、残疾、家庭暴力等情况：只在和您的事情有关时才需要；泄露可能影响名誉或安全。家暴案件的住址和电话默认隐藏，短信不写案情。',
      '银行卡、转账记录（作为欠薪等证据时）：只用来说明事实；上传前可以遮住无关的内容。',
      '不满 14 周岁孩子的信息：只在为孩子申请时才需要。',
    ],
  }
}
