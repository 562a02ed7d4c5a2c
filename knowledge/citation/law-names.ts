/** Short names that people and lawyers use. What is not here is tried as it stands, and as the end or the beginning of a full name. */
const SHORT: Readonly<Record<string, string>> = {
  宪: '宪法',
  民法: '民法典',
  民典: '民法典',
  刑: '刑法',
  劳合法: '劳动合同法',
  劳动合同: '劳动合同法',
  劳法: '劳动法',
  民诉法: '民事诉讼法',
  民诉: '民事诉讼法',
  刑诉法: '刑事诉讼法',
  刑诉: '刑事诉讼法',
  行诉法: '行政诉讼法',
  行诉: '行政诉讼法',
  劳动仲裁法: '劳动争议调解仲裁法',
  调解仲裁法: '劳动争议调解仲裁法',
  劳调法: '劳动争议调解仲裁法',
  社保法: '社会保险法',
  工伤条例: '工伤保险条例',
  消法: '消费者权益保护法',
  消保法: '消费者权益保护法',
  食安法: '食品安全法',
  道交法: '道路交通安全法',
  交通法: '道路交通安全法',
  道交条例: '道路交通安全法实施条例',
  交强险条例: '机动车交通事故责任强制保险条例',
  治安法: '治安管理处罚法',
  治安处罚法: '治安管理处罚法',
  法援法: '法律援助法',
  反家暴法: '反家庭暴力法',
  妇保法: '妇女权益保障法',
  未保法: '未成年人保护法',
  预防未成年人犯罪: '预防未成年人犯罪法',
  老年法: '老年人权益保障法',
  老年人保护法: '老年人权益保障法',
  残保法: '残疾人保障法',
  土地法: '土地管理法',
  土地承包法: '农村土地承包法',
  农民工条例: '保障农民工工资支付条例',
  农民工工资条例: '保障农民工工资支付条例',
  保障农民工工资条例: '保障农民工工资支付条例',
  劳动监察条例: '劳动保障监察条例',
  劳动合同法条例: '劳动合同法实施条例',
  村组法: '村民委员会组织法',
  村委会组织法: '村民委员会组织法',
  行政处罚: '行政处罚法',
  复议法: '行政复议法',
  国赔法: '国家赔偿法',
  信息公开条例: '政府信息公开条例',
  个保法: '个人信息保护法',
  网安法: '网络安全法',
  反诈法: '反电信网络诈骗法',
  公司: '公司法',
  破产法: '企业破产法',
  产品质量: '产品质量法',
  职业病法: '职业病防治法',
  安全生产: '安全生产法',
  建筑: '建筑法',
  房地产法: '城市房地产管理法',
  物业条例: '物业管理条例',
  征收条例: '国有土地上房屋征收与补偿条例',
  人民调解: '人民调解法',
  公证: '公证法',
  律师: '律师法',
  仲裁: '仲裁法',
  监狱: '监狱法',
  义务教育: '义务教育法',
  电商法: '电子商务法',
  商标: '商标法',
  专利: '专利法',
  著作权: '著作权法',
  保险: '保险法',
  票据: '票据法',
  就业促进: '就业促进法',
  工会: '工会法',
  兵役: '兵役法',
  年休假条例: '职工带薪年休假条例',
  女职工规定: '女职工劳动保护特别规定',
  女职工保护规定: '女职工劳动保护特别规定',
  女职工特别规定: '女职工劳动保护特别规定',
  失业条例: '失业保险条例',
  公积金条例: '住房公积金管理条例',
  婚姻家庭编解释一: '最高人民法院关于适用《民法典》婚姻家庭编的解释（一）',
  婚姻家庭编解释二: '最高人民法院关于适用《民法典》婚姻家庭编的解释（二）',
  继承编解释一: '最高人民法院关于适用《民法典》继承编的解释（一）',
}

const INTERPRETED = /^(.{2,16}?)(?:案件)?(?:司法解释|解释|规定)[（(]?([一二三四五])?[)）]?$/u
const NO_TEXT = /批复|答复|通知|复函|修改|废止/u
/** 民间借贷司法解释, 劳动争议解释一, 民诉法解释: people name what it is about, the text has a name of a line. */
function interpretationsMeant(said: string, names: ReadonlySet<string>): string[] {
  const [, short, nth] = INTERPRETED.exec(said) ?? []
  if (short === undefined) return []
  const about = SHORT[short] ?? short
  const found = [...names].filter(
    (name) =>
      name.startsWith('最高人民法院') &&
      name.includes(about) &&
      /(?:解释|规定)(?:（[一二三四五]）)?$/.test(name) &&
      !NO_TEXT.test(name) &&
      (nth === undefined || name.endsWith(`（${nth}）`)),
  )
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 3)
}

/** The full name behind a short one that people use; undefined where there is none. */
export const fullNameOf = (said: string): string | undefined => SHORT[said.replace(/[《》\s]/g, '')]

/** The names of the library that somebody may mean by a name, likeliest first. */
export function lawsMeant(said: string, names: readonly string[]): string[] {
  const plain = said
    .replace(/^中华人民共和国/, '')
    .replace(/[《》\s]/g, '')
    .replace(/^民法典(?=.{2,6}编(?:司法)?解释)/, '')
  const known = new Set(names)
  const whole = SHORT[plain] ?? plain
  if (known.has(whole)) return [whole]
  if (known.has(`${whole}法`)) return [`${whole}法`]
  const close = names.filter(
    (name) =>
      name.endsWith(whole) ||
      name.startsWith(whole) ||
      (whole.length >= 4 && name.includes(whole) && !NO_TEXT.test(name)),
  )
  if (close.length === 0) return interpretationsMeant(whole, known)
  return close.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 3)
}
