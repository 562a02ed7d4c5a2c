import { NAME_PATTERNS } from './names.ts'

/**
 * Personal data is taken out of a text before it leaves the house or is read for quality (个人信息保护法 6: only what is needed).
 * Each piece becomes a mark of its kind and number, the same piece always the same mark, so that what comes back can be filled in again.
 */
export const HIDDEN_KINDS = ['idNumber', 'bankCard', 'phone', 'email', 'plate', 'name', 'address', 'account'] as const
export type HiddenKind = (typeof HIDDEN_KINDS)[number]

export interface Masked {
  text: string
  /** Mark -> what stood there. Never leaves with the text. */
  hidden: ReadonlyMap<string, string>
}

const LABEL: Readonly<Record<HiddenKind, string>> = {
  idNumber: '证件号',
  bankCard: '银行卡号',
  phone: '电话',
  email: '邮箱',
  plate: '车牌',
  name: '姓名',
  address: '地址',
  account: '账号',
}

const NAME = '[\\p{Script=Han}·]{2,4}'
/** Words that follow 我叫 or 我是 and are nobody's name. */
const NO_NAME =
  '(?!他|她|你|不|了|过|人|的|去|来|什么|老板|公司|农民|工人|一个|一名|在|做|被|女|男|员工|受害|学生|退休|残疾|低保|村民|签字|亲自|电话|走不|要去|来不|必须|应当|可以|有|没|和|及|与)'

/** Order matters: longer numbers first. Group 1, where there is one, is what is hidden. */
const PATTERNS: readonly [HiddenKind, RegExp][] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32})+/g],
  [
    'idNumber',
    /(?<!\d)\d{6}[\s-]?(?:18|19|20)\d{2}[\s-]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s-]?\d{3}[\dXx](?![\dA-Za-z])/g,
  ],
  ['idNumber', /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g],
  ['idNumber', /(?<=(?:护照|通行证|证件|身份证)(?:号码?)?(?:是|为|[:：])?\s?)[A-Z]{1,2}\d{7,9}/g],
  ['bankCard', /(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/g],
  ['phone', /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g],
  ['phone', /(?<=(?:电话|手机|座机|联系方式)(?:号码?)?(?:是|为|[:：])?\s?)\d{7,8}(?!\d)/g],
  ['idNumber', /(?<!\d)\d{15}(?!\d)/g],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][\s·.]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]/g,
  ],
  ['account', /(?<=(?:微信号?|QQ号?|支付宝|账号|抖音号)(?:是|为|[:：])?\s?)[A-Za-z0-9_-]{5,30}/g],
  [
    'name',
    new RegExp(
      `(?<=(?:我(?:的名字)?叫|姓名(?:是|为)?[:：]?|名叫|名字(?:是|叫)|本人)\\s?)${NO_NAME}${NAME}?(?=[\\s，,。.、;；!！?？(（的在是和跟与]|$|今年|男|女|身份证|电话|住)`,
      'gu',
    ),
  ],
  ...NAME_PATTERNS.map((pattern): [HiddenKind, RegExp] => ['name', pattern]),
  // 东川村三社, 中川镇段家川村第五组
  [
    'address',
    /(?:[\p{Script=Han}]{2,4}(?:省|市|州|县|区|镇|乡)){0,3}(?:(?![住在是的我你他她们从到去和跟把被])[\p{Script=Han}]){1,6}村(?:的)?第?[一二三四五六七八九十\d]{1,3}(?:村民小组|生产队|小队|社|组|队|号)(?:[一二三四五六七八九十\d]{1,4}(?:号|户))?/gu,
  ],
  [
    'address',
    /(?:(?:[\p{Script=Han}]{2,8}(?:省|自治区))?(?:[\p{Script=Han}]{2,8}(?:市|州|盟))?(?:[\p{Script=Han}]{1,8}(?:区|县|旗|镇|乡|街道))?)?[\p{Script=Han}\d]{1,12}(?:路|街|巷|大道|胡同|小区|花园|家园|公寓|新村|村)(?:[\p{Script=Han}]{0,6})?\d{1,5}(?:号|弄|组|社|栋|幢|座|单元|楼|室|户)(?:[\d-]{1,6}(?:号楼|号|栋|幢|座|单元|楼|层|室|户)?){0,4}/gu,
  ],
]

export function mask(text: string): Masked {
  const hidden = new Map<string, string>()
  const marks = new Map<string, string>()
  const counts = new Map<HiddenKind, number>()
  const markOf = (kind: HiddenKind, piece: string): string => {
    const known = marks.get(piece)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    const mark = `【${LABEL[kind]}${count}】`
    counts.set(kind, count)
    marks.set(piece, mark)
    hidden.set(mark, piece)
    return mark
  }
  // A person may write marks like ours; they are nobody's data and must not be filled in as such.
  let masked = text.replace(/【(?=\p{Script=Han}{2,4}\d+】)/gu, '[')
  for (const [kind, pattern] of PATTERNS)
    masked = masked.replace(pattern, (piece) => (/【|】/.test(piece) ? piece : markOf(kind, piece)))
  // Once found, a name is hidden wherever it stands.
  for (const [piece, mark] of marks) if (piece.length >= 2) masked = masked.replaceAll(piece, mark)
  return { text: masked, hidden }
}

export const unmask = (text: string, { hidden }: Masked): string =>
  [...hidden].reduce((filled, [mark, piece]) => filled.replaceAll(mark, piece), text)
