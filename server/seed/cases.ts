import type { Status } from '@fatong/casework/vocabulary.ts'
import type { MatterCode } from '@fatong/law/legal-aid/facts.ts'

/** One invented case and how far it has come. Days are before the day of loading; 0 is today. */
export interface SampleCase {
  name: string
  gender: 'female' | 'male'
  birth: string
  town: string
  matter: MatterCode
  opponent: string
  story: string
  claimYuan?: number
  until: Status | 'objection'
  daysAgo: number
  helper?: string
}
const c = (name: string, gender: 'female' | 'male', birth: string, town: string, matter: MatterCode, opponent: string, story: string, claimYuan: number | undefined, until: SampleCase['until'], daysAgo: number, helper?: string): SampleCase =>
  ({ name, gender, birth, town, matter, opponent, story, claimYuan, until, daysAgo, helper })
const wage = (who: string, months: number) => `在${who}干活，${months} 个月工资没有发，多次催要没有结果。`

/** About forty cases in every state. All persons and companies are invented for the sample. */
export const SAMPLE_CASES: SampleCase[] = [
  c('马有财', 'male', '1979-04-12', '620171101', 'laborRemuneration', '兰州鼎盛（样例）建筑劳务有限公司', wage('中川镇一处工地', 3), 18600, 'submitted', 0),
  c('张秀英', 'female', '1958-09-03', '620171103', 'maintenance', '张小军', '三个儿子都不给赡养费，靠低保过日子。', 9600, 'submitted', 0, 'mingbairen2'),
  c('李㛃', 'female', '1991-02-18', '620171101', 'domesticViolence', '王某（样例）', '丈夫多次动手打人，上个月报过警，有告诫书。', undefined, 'submitted', 0),
  c('王建军', 'male', '1985-11-30', '620171102', 'injuryDamage', '兰州宏达（样例）机械有限公司', '在车间操作机器时手指受伤，单位没有给办工伤认定。', 62000, 'supplementing', 0),
  c('苏·阿米娜', 'female', '1988-06-21', '620171103', 'laborRemuneration', '西岔好滋味（样例）餐饮店', wage('餐馆', 2), 7600, 'supplementing', 1),
  c('刘德福', 'male', '1969-01-15', '620171104', 'laborRemuneration', '上川绿源（样例）农业合作社', wage('大棚种植基地', 5), 21500, 'accepted', 0),
  c('赵桂香', 'female', '1963-08-08', '620121111', 'socialInsurance', '树屏镇社会保障服务站（样例）', '养老待遇少算了三年工龄，多次反映没有答复。', undefined, 'accepted', 0),
  c('陈志明', 'male', '1996-03-27', '620171101', 'laborRemuneration', '兰新区快达（样例）物流有限公司', wage('快递分拣点', 2), 9800, 'accepted', 1),
  c('杨玉莲', 'female', '1974-12-02', '620122105', 'familyMatters', '周某某（样例）', '离婚后孩子抚养权变更，孩子一直跟我生活。', undefined, 'verifying', 2),
  c('何长生', 'male', '1982-05-19', '620171101', 'laborRemuneration', '甘肃筑城（样例）建设工程有限公司', wage('保障房工地', 4), 32400, 'granted', 0),
  c('马麦燕', 'female', '1990-10-10', '620171103', 'laborRemuneration', '甘肃筑城（样例）建设工程有限公司', wage('保障房工地食堂', 4), 16000, 'granted', 0),
  c('魏守信', 'male', '1951-07-07', '620171102', 'injuryDamage', '兰州顺通（样例）客运有限公司', '坐班车时急刹车摔伤，住院十二天。', 28000, 'granted', 1),
  c('高小兵', 'male', '1993-09-14', '620171101', 'laborRemuneration', '兰州鼎盛（样例）建筑劳务有限公司', wage('中川镇一处工地', 3), 17200, 'assigned', 0),
  c('祁秀兰', 'female', '1955-03-03', '620171104', 'maintenance', '祁大勇', '儿子外出后不管老人，请求给付赡养费。', 6000, 'assigned', 0, 'mingbairen3'),
  c('郭振东', 'male', '1987-01-25', '620171102', 'laborRemuneration', '秦川永固（样例）建材厂', wage('砖厂', 6), 41000, 'assigned', 1),
  c('安红梅', 'female', '1984-11-11', '620171101', 'domesticViolence', '郭某（样例）', '长期被家暴，申请人身安全保护令并离婚。', undefined, 'assigned', 1),
  c('丁海龙', 'male', '1999-06-06', '620171103', 'laborRemuneration', '西岔诚信（样例）装饰队', wage('装修队', 2), 8800, 'engaged', 3),
  c('孔令芳', 'female', '1977-02-14', '620171101', 'injuryDamage', '兰州新区佳乐（样例）超市', '下班路上被电动车撞伤，对方不赔。', 15300, 'engaged', 4),
  c('罗文义', 'male', '1966-10-20', '620121111', 'laborRemuneration', '树屏兴旺（样例）砂石厂', wage('砂石厂', 8), 52000, 'inProgress', 9),
  c('沙木沙', 'male', '1981-04-04', '620171103', 'injuryDamage', '甘肃筑城（样例）建设工程有限公司', '工地摔伤致腰椎骨折，鉴定为九级伤残。', 138000, 'inProgress', 20),
  c('田晓霞', 'female', '1992-08-16', '620171101', 'laborRemuneration', '兰州蓝天（样例）物业公司', wage('物业公司', 3), 11400, 'inProgress', 14),
  c('谢满仓', 'male', '1972-12-24', '620171104', 'environment', '上川某养殖场（样例）', '养殖场污水流进承包地，麦苗大片枯死。', 36000, 'inProgress', 30),
  c('吴凤霞', 'female', '1949-05-01', '620122105', 'maintenance', '吴大伟', '四个子女推诿，老人无人照料。', 12000, 'reassigning', 12),
  c('朱永平', 'male', '1989-07-29', '620171102', 'laborRemuneration', '秦川永固（样例）建材厂', wage('砖厂', 6), 39500, 'concluded', 45),
  c('蔡丽娟', 'female', '1986-01-09', '620171101', 'laborRemuneration', '兰新区优鲜（样例）商贸有限公司', wage('生鲜店', 2), 7200, 'concluded', 40),
  c('石生玉', 'male', '1975-11-17', '620171103', 'laborRemuneration', '西岔诚信（样例）装饰队', wage('装修队', 3), 13800, 'fileReview', 60),
  c('巴桑', 'male', '1994-03-08', '620171101', 'injuryDamage', '兰州宏达（样例）机械有限公司', '上班第三天被钢板砸伤脚背。', 45000, 'fileReview', 66),
  c('康桂花', 'female', '1968-06-30', '620171104', 'familyMatters', '康家兄弟（样例）', '父母去世后房屋继承有争议。', undefined, 'fileReturned', 70),
  c('莫玉龙', 'male', '1983-09-09', '620171102', 'laborRemuneration', '兰州鼎盛（样例）建筑劳务有限公司', wage('厂房工地', 4), 26800, 'subsidyApproved', 80),
  c('董春花', 'female', '1971-04-23', '620121111', 'laborRemuneration', '树屏兴旺（样例）砂石厂', wage('砂石厂食堂', 7), 24500, 'subsidyApproved', 85),
  c('尹成武', 'male', '1990-12-12', '620171101', 'injuryDamage', '兰州顺通（样例）客运有限公司', '交通事故腿部骨折，保险公司拒赔一部分。', 71000, 'evaluated', 100),
  c('温玉琴', 'female', '1962-02-02', '620171103', 'maintenance', '温家子女（样例）', '请求子女按月给付赡养费。', 8400, 'evaluated', 110),
  c('雷鸣', 'male', '1978-08-18', '620171101', 'laborRemuneration', '兰州蓝天（样例）物业公司', wage('物业公司', 5), 20500, 'archived', 150),
  c('柳如烟', 'female', '1995-05-15', '620171102', 'laborRemuneration', '秦川美味（样例）食品厂', wage('食品厂', 2), 6900, 'archived', 160),
  c('余有粮', 'male', '1959-10-01', '620122105', 'pension', '某退役军人服务站（样例）', '伤残抚恤金标准核定有误。', undefined, 'archived', 170),
  c('范大志', 'male', '1980-01-01', '620171101', 'other', '某证券公司（样例）', '炒股亏损，要求证券公司赔偿。', 300000, 'refused', 3),
  c('胡美丽', 'female', '1987-07-07', '620171101', 'familyMatters', '胡某（样例）', '分割多套商业房产。', 2000000, 'refused', 6),
  c('严正', 'male', '1973-03-13', '620171103', 'injuryDamage', '某健身会所（样例）', '健身时拉伤，要求赔偿会员费。', 5000, 'objection', 8),
  c('冉小妹', 'female', '1998-11-22', '620171104', 'laborRemuneration', '上川绿源（样例）农业合作社', wage('大棚种植基地', 1), 3600, 'withdrawn', 10),
  c('邵文涛', 'male', '1991-09-19', '620171101', 'laborRemuneration', '永登某（样例）煤业公司', '工作地点和单位都在外地，应由当地机构办理。', 15000, 'transferred', 5),
  c('褚建业', 'male', '1965-05-25', '620171102', 'laborRemuneration', '兰州鼎盛（样例）建筑劳务有限公司', wage('厂房工地', 2), 12000, 'terminated', 35),
  c('骆秋生', 'male', '1984-02-29', '620171103', 'laborRemuneration', '西岔好滋味（样例）餐饮店', wage('餐馆', 3), 10500, 'provisional', 1),
]

/** A letter by which a court asks for a defender (通知辩护). */
export const SAMPLE_NOTIFICATION = {
  daysAgo: 0, authority: '兰州新区人民法院（样例）', letterNumber: '（2026）样例刑初1号', ground: 'ND-8' as const, stage: 'firstInstance' as const, defendantName: '梁某某（样例）', charge: '盗窃', coDefendants: [],
}
