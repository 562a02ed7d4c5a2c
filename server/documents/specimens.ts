import type { DocumentData, DocumentKind } from './kinds.ts'

/** Invented data for previews of templates and for tests. No person, firm or number here is real. */
const every = {
  agencyName: '示例区法律援助中心', issuedOn: '2026-11-23', verifyUrl: 'https://example.invalid/v/7QK2M9XWZ4',
  documentNumber: '示例法援〔2026〕第0001号',
}
const matter = '支付劳动报酬（拖欠工资三个月）'
const where = { bureau: '示例区司法局', objectionAddress: '示例区中川街1号司法局二楼', objectionPhone: '0931-0000000' }

const sides = {
  caseNumber: '示例援2026000123', basis: '示例法援决字〔2026〕第0001号给予法律援助决定书', recipient: '马永福', idNumber: '62012319860309001X', recipientPhone: '13900000001', homeAddress: '示例区秦川镇工地宿舍3号楼',
  handlingOrg: '示例律师事务所', provider: '周堃', providerLicence: '1620120100000000', providerPhone: '13900000003',
}
const claim = { matter, serviceForm: '劳动争议调解与仲裁代理', stage: '劳动仲裁', authority: '示例区劳动人事争议仲裁委员会', opponent: '示例建筑劳务公司' }

export const SPECIMENS: { [K in DocumentKind]: DocumentData[K] } = {
  applicationForm: {
    ...every, applicant: '马永福', sex: '男', bornOn: '1986-03-09', ethnicity: '东乡族', idKind: '居民身份证', idNumber: '62012319860309001X',
    phone: '13900000001', personGroup: ['migrantWorker', 'ethnicMinority'], registeredAddress: '甘肃省示例县东岔乡河湾村12号', homeAddress: '示例区秦川镇工地宿舍3号楼',
    employer: '示例建筑劳务公司（木工）', appliedBy: 'proxy', proxyName: '马婳', proxyRelation: '配偶', proxyIdNumber: '620123198805060022', proxyPhone: '13900000002',
    helper: '法律明白人 赵喆', matter, serviceForm: '劳动争议调解与仲裁代理', opponent: '示例建筑劳务公司', authority: '示例区劳动人事争议仲裁委员会', means: 'waived',
    story: '2026年7月到10月在示例工地做木工，讲好每天320元，至今欠我三个月工资共计28800元。班组长写过欠条，多次去要，公司说总包没有结账。现在快到年底，家里老人看病、孩子上学都等着用钱。',
    materials: [{ name: '身份证复印件', copies: '1份' }, { name: '欠条照片', copies: '1份' }, { name: '考勤记录', copies: '1份' }],
    signedOn: '2026-11-23',
  },
  meansStatement: {
    ...every, applicant: '马永福', idNumber: '62012319860309001X', phone: '13900000001', homeAddress: '示例区秦川镇工地宿舍3号楼', householdSize: '4人',
    members: [{ name: '马永福', relation: '本人', occupation: '工地木工', monthlyIncome: '近三个月没有领到' }, { name: '马婳', relation: '配偶', occupation: '务农', monthlyIncome: '900元' }],
    monthlyIncomePerPerson: '225元', householdIncome: '900元', assets: '自住房屋；摩托车、农用车。平房三间', burdens: '家里有人长期生病；孩子上学。母亲常年看病', standard: '按省人民政府公布的标准', waiver: 'migrantWorker', verification: 'pledge',
    signedOn: '2026-11-23',
  },
  receiptVoucher: {
    ...every, applicant: '马永福', matter, caseNumber: '示例援2026000123',
    materials: [
      { name: '居民身份证', form: '复印件', copies: '1', pages: '1', receivedOn: '2026-11-23' },
      { name: '欠条', form: '照片', copies: '1', pages: '1', receivedOn: '2026-11-23' }, { name: '考勤记录', form: '照片', copies: '1', pages: '2', receivedOn: '2026-11-23' },
    ],
    totalCount: '3种3份4页', receivedBy: '李昇', receivedThrough: '手机网页', decideBy: '2026-11-30', phone: '0931-0000000',
  },
  supplementNotice: {
    ...every, applicant: '马永福', appliedOn: '2026-11-23', matter, caseNumber: '示例援2026000123',
    items: [
      { code: '01', name: '身份证明', requirement: '身份证正反面照片，四个角都要拍到，要看得清' },
      { code: '07', name: '对方是谁', requirement: '公司全称、地址和电话；不清楚的，写工地名称和班组长姓名电话' },
    ],
    dueOn: '2026-12-07', howToSubmit: '打开手机网页“我的申请”，点“补材料”拍照上传；也可以送到就近的工作站。', contact: '李昇', phone: '0931-0000000',
  },
  grantDecision: {
    ...every, applicant: '马永福', appliedOn: '2026-11-23', matter, caseNumber: '示例援2026000123', serviceForm: '劳动争议调解与仲裁代理',
    reason: '你是进城务工人员，请求支付劳动报酬，属于法律援助事项范围，依法免予核查经济困难状况。',
    legalBasis: ['《中华人民共和国法律援助法》第三十一条第五项', '第四十二条第三项'], urgent: 'no', assignBy: '2026-11-26', phone: '0931-0000000',
  },
  refuseDecision: {
    ...every, applicant: '王翀', appliedOn: '2026-11-23', matter: '合伙投资款纠纷', caseNumber: '示例援2026000124',
    reasons: [{ reason: '合伙投资款纠纷不在法律援助事项范围内。' }, { reason: '你没有说明存在不受经济困难条件限制的情形。' }],
    legalBasis: ['《中华人民共和国法律援助法》第三十一条', '第三十二条'], ...where, otherHelp: '你也可以向当地人民调解委员会申请调解，调解不收费。',
  },
  assignmentNotice: {
    ...every, handlingOrg: '示例律师事务所', caseNumber: '示例援2026000123', basis: '示例法援决字〔2026〕第0001号给予法律援助决定书', recipient: '马永福', recipientPhone: '13900000001',
    matter, serviceForm: '劳动争议调解与仲裁代理', stage: '劳动仲裁', authority: '示例区劳动人事争议仲裁委员会', opponent: '示例建筑劳务公司', provider: '周堃', providerLicence: '1620120100000000',
    providerPhone: '13900000003', summary: '2026年7月到10月在示例工地做木工，拖欠工资三个月共28800元，有欠条和考勤记录。', deadlineNote: '已离职，仲裁时效一年', engageBy: '2026-11-28', answerBy: '2026-11-24',
    contact: '李昇', phone: '0931-0000000',
  },
  engagementAgreement: { ...every, ...sides, ...claim },
  defenceAgreement: {
    ...every, ...sides, basis: '示例区人民法院（2026）示0000刑初1号通知', recipient: '马小婳', signedFor: '马𬱖', signedForRelation: '法定代理人（监护人）',
    matter: '刑事辩护（盗窃）', serviceForm: '刑事辩护与代理', stage: '一审', authority: '示例区人民法院',
  },
  powerOfAttorney: { ...every, ...sides, ...claim, role: 'agent' },
  officialLetter: {
    ...every, addressee: '示例区人民法院', caseNumber: '示例援2026000125', recipient: '张某', matter: '盗窃', purpose: 'reply', theirReference: '（2026）示0000刑初1号', handlingOrg: '示例律师事务所',
    provider: '周堃', providerLicence: '1620120100000000', providerPhone: '13900000003', contact: '李昇', phone: '0931-0000000',
  },
  terminationDecision: {
    ...every, recipient: '王翀', grantNumber: '示例法援决字〔2026〕第0002号', grantedOn: '2026-10-12', matter: '交通事故人身损害赔偿', caseNumber: '示例援2026000101',
    ground: '自行委托律师或者其他代理人', groundItem: '第六项', facts: '你于2026年11月18日自行委托律师代理本案，有委托合同复印件为证。', effectiveNote: '已形成的案件材料由原承办人员移交给你或者你委托的律师。',
    ...where, copyTo: ['示例律师事务所', '示例区人民法院'],
  },
  closingReport: {
    ...every, caseNumber: '示例援2026000123', recipient: '马永福', matter, serviceForm: '劳动争议调解与仲裁代理', stage: '劳动仲裁', authority: '示例区劳动人事争议仲裁委员会', opponent: '示例建筑劳务公司',
    handlingOrg: '示例律师事务所', provider: '周堃', assignedOn: '2026-11-23', concludedOn: '2026-12-21', closedBy: 'mediation', closingDocument: '仲裁调解书（2026）示例劳人仲字第1号',
    outcome: '双方在仲裁庭调解，公司于十日内支付拖欠工资28800元，已经全部到账。', benefit: '28800元', process: '指派当日约见受援人；核对欠条、考勤；向仲裁委提交申请书和证据目录；参加一次调解。',
    meetings: '2次', hearings: '1次', reports: '3次', papers: [{ name: '仲裁申请书', pages: '3' }, { name: '仲裁调解书', pages: '2' }], feeStatement: 'none',
  },
  replacementNotice: {
    ...every, handlingOrg: '示例律师事务所', recipient: '马永福', caseNumber: '示例援2026000123', matter, cause: 'provider', reason: '原法律援助人员因病住院不能继续承办', formerProvider: '周堃',
    newProvider: '陈婳', newProviderOrg: '示例律师事务所', newProviderPhone: '13900000004', handOverBy: '2026-11-27', phone: '0931-0000000',
  },
  deemedWithdrawnNotice: {
    ...every, applicant: '马永福', appliedOn: '2026-11-23', matter, caseNumber: '示例援2026000123', noticeNumber: '示例法援补字〔2026〕第0001号', noticedOn: '2026-11-23', dueOn: '2026-12-07',
    missing: [{ name: '身份证明' }, { name: '对方是谁' }], phone: '0931-0000000', address: '示例区公共法律服务中心一楼',
  },
  objectionResult: {
    ...every, agencyName: '示例区司法局', objector: '王翀', receivedOn: '2026-11-25', agency: '示例区法律援助中心', contestedNumber: '示例法援不决字〔2026〕第0001号', contestedTitle: '不予法律援助决定书',
    claim: '本人认为合伙纠纷也应当得到法律援助。', findings: '申请事项不在法律援助事项范围内，原决定认定事实清楚，适用法律正确。', outcome: 'uphold', reconsiderationBody: '示例市司法局', court: '示例区人民法院', phone: '0931-0000000',
  },
}
