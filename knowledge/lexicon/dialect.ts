/** Words of the district's everyday speech (兰银官话, 陇中) that mean the same as a word everybody uses. Longer ones first. */
const SAME: readonly [string, string][] = [
  ['娃他爸', '丈夫'], ['娃他妈', '妻子'], ['娃他爹', '丈夫'], ['娃娃', '孩子'], ['尕娃', '孩子'], ['娃', '孩子'], ['老汉', '父亲'], ['阿大', '父亲'], ['爹', '父亲'], ['我爸', '我父亲'], ['他爸', '他父亲'], ['老妈', '母亲'], ['我妈', '我母亲'], ['他妈', '他母亲'], ['阿妈', '母亲'],
  ['婆娘', '妻子'], ['媳妇子', '妻子'], ['媳妇', '妻子'], ['老婆', '妻子'], ['男人打', '丈夫打'], ['掌柜的', '丈夫'], ['老公', '丈夫'], ['弟兄', '兄弟'], ['丫头', '女儿'], ['兄弟伙', '兄弟'],
  ['咋个', '怎么'], ['咋办', '怎么办'], ['咋', '怎么'], ['啥', '什么'], ['不到', '没到'], ['没得', '没有'], ['公家', '政府'], ['衙门', '法院'], ['派上', '派'], ['村上', '村委会'], ['乡上', '乡政府'], ['县上', '县政府'], ['庄子', '宅基地'], ['尕', '小'],
  ['挣的钱', '工资'], ['工钱', '工资'], ['薪水', '工资'], ['血汗钱', '工资'], ['做活', '干活'], ['下苦', '干活'], ['打工的', '工人'], ['包工头子', '包工头'], ['老板子', '老板'],
]
const FOLDED = new RegExp(SAME.map(([said]) => said).join('|'), 'gu')
const MEANT = new Map(SAME)

/** The same sentence in words that guides are written in. */
export const foldDialect = (plain: string): string => plain.replace(FOLDED, (said) => MEANT.get(said) ?? said)
