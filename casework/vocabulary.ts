/**
 * The words of casework, declared once. Codes are stored; Chinese labels are what staff and citizens read.
 * Status codes and order follow the rule book, section 2.1.
 */

/** 案件状态 */
export const STATUSES = {
  draft: '草稿',
  submitted: '已申请',
  supplementing: '待补正',
  accepted: '已受理',
  verifying: '异地核查中',
  provisional: '先行援助中',
  granted: '已决定给予',
  refused: '不予援助',
  transferred: '已转有管辖机构',
  withdrawn: '已撤回',
  notified: '收到通知函',
  assigned: '已指派',
  engaged: '已签约',
  inProgress: '办理中',
  reassigning: '更换承办人中',
  concluded: '已办结',
  fileReview: '审卷中',
  fileReturned: '退卷补正',
  subsidyApproved: '补贴已核',
  evaluated: '已评查回访',
  archived: '已归档',
  terminated: '已终止',
} as const
export type Status = keyof typeof STATUSES

/** Roles a person holds at a place. `system` acts for timed work; `citizen` is any applicant. */
export const ROLES = {
  clerk: '受理员',
  reviewer: '审查员',
  approver: '审批人',
  assigner: '指派员',
  director: '中心主任',
  stationStaff: '乡镇工作站人员',
  legalLiaison: '法律明白人',
  lawyer: '承办律师',
  grassrootsLegalWorker: '基层法律服务工作者',
  firmManager: '律所负责人',
  fileReviewer: '审卷员',
  qualityOfficer: '质量监督员',
  archivist: '档案员',
  bureauOfficer: '司法局工作人员',
  administrator: '系统管理员',
} as const
export type Role = keyof typeof ROLES

/** 机构和服务点的种类 */
export const PLACE_KINDS = {
  district: '司法局',
  center: '公共法律服务中心',
  station: '乡镇公共法律服务工作站',
  office: '村（社区）公共法律服务工作室',
  firm: '律师事务所',
  grassrootsOffice: '基层法律服务所',
  laborInspection: '劳动监察',
  laborArbitration: '劳动人事争议仲裁院',
  procuratorate: '检察院工作站',
  detentionCenter: '看守所工作站',
  prison: '监狱工作站',
  court: '法院',
  mediation: '人民调解',
  kiosk: '自助服务终端',
} as const
export type PlaceKind = keyof typeof PLACE_KINDS

/** 从哪里来 */
export const CHANNELS = {
  web: '手机网页',
  desk: '工作台',
  counter: '窗口',
  assisted: '帮办代办',
  system: '系统',
} as const
export type Channel = keyof typeof CHANNELS

/** 法律援助形式（法律援助法 22） */
export const SERVICE_FORMS = {
  legalConsultation: '法律咨询',
  documentDrafting: '代拟法律文书',
  criminalDefense: '刑事辩护与代理',
  civilRepresentation: '民事、行政、国家赔偿案件代理',
  dutyLawyer: '值班律师法律帮助',
  laborRepresentation: '劳动争议调解与仲裁代理',
  other: '其他形式',
} as const
export type ServiceForm = keyof typeof SERVICE_FORMS

/** 补正事项：code -> wording offered to the clerk, who may change it */
export const SUPPLEMENT_ITEMS = {
  identity: '身份证明（身份证正反面照片，要看得清）',
  proxyAuthority: '代理权证明（和本人的关系证明，或本人签的委托书）',
  meansStatement: '经济困难状况说明表',
  waiverProof: '能证明身份的材料（务工证明、低保证、残疾证等任一种）',
  wageEvidence: '欠薪的凭据（欠条、工资条、转账记录、考勤、工友证言等任一种）',
  caseMaterial: '和事情有关的材料（合同、通知、判决书等）',
  opponentIdentity: '对方是谁（姓名或单位全称、地址、电话）',
  unclearPhoto: '照片不清楚，请重新拍',
  explanation: '需要您再说明一下情况',
} as const
export type SupplementItemCode = keyof typeof SUPPLEMENT_ITEMS

/** 不予援助的理由 */
export const REFUSAL_REASONS = {
  matterOutOfScope: '申请的事情不在法律援助范围内',
  meansExceeded: '家庭收入高于法律援助的经济困难标准',
  notEntitledPerson: '申请人不是这件事的当事人或依法能代为申请的人',
  noFactualBasis: '没有事实材料能说明权利受到侵害',
  alreadyRepresented: '已经自己请了律师或代理人',
  other: '其他法定理由',
} as const
export type RefusalReason = keyof typeof REFUSAL_REASONS

/** 终止事由（法律援助法 48）: the law's own table */
export { TERMINATION_GROUNDS, type TerminationGround } from '@fatong/law/legal-aid/termination.ts'

/** 先行提供的情形（法律援助法 44） */
export const URGENT_GROUNDS = {
  'UR-1': '距法定时效或者期限届满不足七日',
  'UR-2': '需要立即申请财产保全、证据保全或者先予执行',
  'UR-3': '法律法规规定的其他情形',
} as const
export type UrgentGround = keyof typeof URGENT_GROUNDS

/** 承办人不接受指派的理由 */
export const DECLINE_REASONS = {
  conflict: '有利益冲突',
  illness: '生病或有其他正当理由不能承办',
  overload: '手上案件太多，恐怕误事',
  expertise: '不熟悉这类案件',
  other: '其他正当理由',
} as const
export type DeclineReason = keyof typeof DECLINE_REASONS

/** 结案方式 */
export const CLOSED_BY = {
  judgment: '判决、裁定',
  mediation: '调解',
  award: '仲裁裁决',
  settlement: '和解',
  other: '其他',
} as const
export type ClosedBy = keyof typeof CLOSED_BY

/** 案件来源的材料种类 */
export const MATERIAL_KINDS = {
  idFront: '身份证（头像面）',
  idBack: '身份证（国徽面）',
  meansStatement: '经济困难状况说明表',
  waiverProof: '免核查身份材料',
  proxyAuthority: '代理权证明',
  wageEvidence: '欠薪凭据',
  caseMaterial: '案件材料',
  notificationLetter: '通知函',
  engagement: '委托协议',
  judgment: '裁判文书、裁决书、调解书',
  closingFile: '结案卷宗材料',
  signature: '本人签名',
  other: '其他材料',
} as const
export type MaterialKind = keyof typeof MATERIAL_KINDS

/** 代申请人与本人的关系 */
export const PROXY_RELATIONS = {
  legalRepresentative: '法定代理人（监护人）',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  authorizedAgent: '本人书面委托的人',
} as const
export type ProxyRelation = keyof typeof PROXY_RELATIONS

/** Who lives together with the applicant, as the statement of means names them. */
export const FAMILY_RELATIONS = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  other: '其他家庭成员',
} as const
export type FamilyRelation = keyof typeof FAMILY_RELATIONS

/**
 * 人员类别 of the application form. The ministry's own list (文书格式 2023) was not read (待核, rule book 11, V10); these are the
 * kinds that the law itself names.
 */
export const PERSON_GROUPS = {
  migrantWorker: '进城务工人员',
  disabled: '残疾人',
  elderly: '老年人',
  minor: '未成年人',
  woman: '妇女',
  military: '军人军属',
  veteran: '退役军人',
  ethnicMinority: '少数民族',
  relief: '社会救助对象',
  preferential: '优抚对象',
} as const
export type PersonGroup = keyof typeof PERSON_GROUPS
/** Those that somebody is asked about; the others stand in the identity number or in an answer. */
export const ASKED_GROUPS = [
  'migrantWorker',
  'disabled',
  'military',
  'veteran',
] as const satisfies readonly PersonGroup[]
export type AskedGroup = (typeof ASKED_GROUPS)[number]

/** 主要财产 and 主要困难 of the statement of means, to be ticked; the rest is written beside. No rule reads them (assets.check). */
export const ASSET_KINDS = {
  home: '自住房屋',
  otherHouse: '其他房屋',
  car: '小汽车',
  smallVehicle: '摩托车、农用车',
  savings: '存款',
  land: '承包地、果园',
  livestock: '牲畜',
  none: '没有值钱的财产',
} as const
export type AssetKind = keyof typeof ASSET_KINDS
export const BURDEN_KINDS = {
  illness: '家里有人长期生病',
  disabled: '家里有残疾人',
  school: '孩子上学',
  debt: '欠债',
  noWork: '失业或没有活干',
  frail: '家里没有劳动力',
  disaster: '遭了灾',
  lone: '一个人带孩子',
} as const
export type BurdenKind = keyof typeof BURDEN_KINDS

/** 四个当天的四步 */
export const SAME_DAY_STEPS = { apply: '申请', accept: '受理', decide: '决定', assign: '指派' } as const
export type SameDayStep = keyof typeof SAME_DAY_STEPS

/** Why a command was not carried out. Wording for people is in contract/refusals.ts. */
export const REFUSALS = [
  'wrongStatus',
  'notAllowed',
  'alreadyDone',
  'alreadySupplemented',
  'sameReviewerAndApprover',
  'reviewMissing',
  'decisionMissing',
  'conflictCheckMissing',
  'conflictOfInterest',
  'lawyerNotQualified',
  'lawyerUnavailable',
  'evidenceMissing',
  'groundNotApplicable',
  'recipientRequestMissing',
  'delayReasonMissing',
  'notifiedSkipsMeans',
  'supplementNotExpired',
  'materialsMissing',
  'consentMissing',
  'signatureMissing',
  'recusalRequired',
  'notHandlingLawyer',
  'objectionPending',
  'noObjection',
  'noTerminationReport',
  'deadlineInvalid',
  'reasonMissing',
  'proxyNotEntitled',
  'unknownLawyer',
  'overrideMissing',
  'handOnLate',
  'handOnInvalid',
  'guardianNeeded',
  'noOrganisation',
  'affiliateMissing',
] as const
export type Refusal = (typeof REFUSALS)[number]
