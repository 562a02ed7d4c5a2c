/**
 * The words of the access log. Every action, kind of thing and field that may be written there stands here, so that one without
 * words does not compile; rows are kept as codes and read in words.
 */
import type { CommandType } from './application/commands.ts'
import type { EventType } from './application/events.ts'

/** 做了什么 */
export const AUDIT_ACTIONS = {
  read: '查看', change: '修改', unmask: '查看完整号码', export: '导出', download: '打开文件', signIn: '登录', signInFailed: '登录没成功', signOut: '退出登录', administer: '管理',
} as const
export type AuditAction = keyof typeof AUDIT_ACTIONS

/** 对什么 */
export const AUDIT_SUBJECTS = {
  case: '案件', person: '当事人', document: '文书', preview: '文书预览', material: '材料', staff: '工作人员', place: '服务点', village: '村庄', setting: '设置', parameter: '地方参数',
  holidayTable: '放假安排', template: '文书模板', outbox: '没送到的通知', auditLog: '访问日志', inbox: '自己的消息', appointment: '预约', callback: '回电请求', handover: '转办的事', serviceEntry: '服务记录',
  teamMember: '队伍人员', teamLeave: '请假', rosterLine: '固定值班', rosterDay: '一天的值班', roads: '道路', bus: '公交线路', library: '法规库', typicalCase: '典型案例', guide: '指南', questionTicket: '群众的提问',
  answerFlag: '被说有问题的答复', turn: '咨询的一问一答', test: '测试',
} as const
export type AuditSubject = keyof typeof AUDIT_SUBJECTS

/** 看了或改了哪些: names of fields, and what became of something. */
export const AUDIT_FIELDS = {
  idNumber: '身份证号', phone: '手机', address: '住址', particulars: '民族、职业、户籍、人员类别、家里人和难处', signature: '签名', name: '姓名', text: '内容', casePage: '案件页', citizenCase: '案件进度', cases: '案件列表',
  materials: '材料', file: '文件', pdf: 'PDF', docx: 'Word', account: '账号', password: '密码', secondFactor: '动态验证码', session: '登录', sessions: '全部登录', active: '是否在用', org: '单位', profile: '执业情况', roles: '岗位',
  holidays: '放假安排', makeUpWorkdays: '调休上班', retry: '重发', answer: '答复', members: '值班人员', draft: '草稿', published: '发布', returned: '退回', withdrawn: '撤下', corrected: '已更正', right: '答复没有错', unclear: '说不清',
  state: '状态', day: '日期', service: '服务', services: '服务', videoUrl: '视频地址', placeId: '服务点', memberId: '人员', coverId: '替班的人', toPlace: '转给哪里', escalatedTo: '上报给哪里', from: '开始', to: '结束', validFrom: '从哪天起', validTo: '到哪天止',
  weekday: '星期几', removed: '删除', struck: '划掉', code: '编码', kind: '种类', parentId: '上级', lon: '经度', lat: '纬度', crs: '坐标系', approximate: '位置大概', public: '是否公开', hours: '开放时间', equipment: '设备',
  exceptions: '特别日子', openOnHolidays: '节假日照开', gender: '性别', languages: '语言', specialties: '专长', qualifications: '证书', training: '培训', at: '地点', work: '做的事', helped: '帮了谁', people: '人数', matter: '什么事',
  minutes: '用时', result: '结果', note: '备注', agencyShort: '机关代字', supplementDays: '补正天数', assignmentPolicy: '指派办法', weekly: '办公时间', cutOffMinutes: '当天截止时间', draftDays: '草稿保存天数', auditDays: '日志保存天数',
  smsDays: '短信保存天数', usual: '一般多久答复', byTopic: '分类答复时间',
} as const

declare const saidBrand: unique symbol
/** Something that is words already. */
export type Said = string & { readonly [saidBrand]: true }
export const said = (words: string): Said => words as Said
export type AuditField = keyof typeof AUDIT_FIELDS | CommandType | EventType | Said

/** The names of what a body may hold, each of which has its word. */
export const fieldsOf = <T extends object>(body: T): Extract<keyof T, string>[] => Object.keys(body) as Extract<keyof T, string>[]
