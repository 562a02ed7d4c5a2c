import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Topic } from '@fatong/knowledge/vocabulary.ts'

/** Invented people of the sample district. Nobody here exists; names were made up for the sample. */
export interface SampleStaff {
  login: string
  name: string
  /** place key: district, center, town code, village code, or an organisation's key */
  place: string
  roles: Role[]
  profile?: SampleProfile
}
export interface SampleProfile {
  kind: 'lawyer' | 'grassrootsLegalWorker'
  practiceYears: number
  criminalDefenseYears: number
  juvenileAware: boolean
  specialties: string[]
  languages: string[]
  gender: 'female' | 'male'
  capacity: number
  licence?: string
  officePhone?: string
}

export const SAMPLE_ORGANISATIONS = [
  {
    key: 'firm-lanxin',
    name: '甘肃兰新（样例）律师事务所',
    kind: 'firm' as const,
    address: '中川镇彩虹城社区',
    phone: '0931-0000101',
  },
  {
    key: 'firm-qilian',
    name: '甘肃祁连山（样例）律师事务所',
    kind: 'firm' as const,
    address: '中川镇经纬印象社区',
    phone: '0931-0000102',
  },
  {
    key: 'firm-qinwang',
    name: '甘肃秦王川（样例）律师事务所',
    kind: 'firm' as const,
    address: '秦川镇小横路社区',
    phone: '0931-0000103',
  },
  {
    key: 'grassroots-xicha',
    name: '西岔（样例）基层法律服务所',
    kind: 'grassrootsOffice' as const,
    address: '西岔镇文曲社区',
    phone: '0931-0000104',
  },
]

const lawyer = (
  login: string,
  name: string,
  place: string,
  practiceYears: number,
  criminalDefenseYears: number,
  specialties: string[],
  gender: 'female' | 'male',
  more: Partial<SampleProfile> = {},
): SampleStaff => ({
  login,
  name,
  place,
  roles: [more.kind === 'grassrootsLegalWorker' ? 'grassrootsLegalWorker' : 'lawyer'],
  profile: {
    kind: 'lawyer',
    practiceYears,
    criminalDefenseYears,
    juvenileAware: false,
    specialties,
    languages: ['普通话', '兰州话'],
    gender,
    capacity: 8,
    ...more,
  },
})

/** 17 digits like a real one; no licence was ever given in the year 0000. */
const licenceOf = (serial: number): string => `16201000010${String(serial).padStart(6, '0')}`

const PEOPLE: SampleStaff[] = [
  { login: 'admin', name: '管理员（样例）', place: 'district', roles: ['administrator'] },
  { login: 'sifaju', name: '安志远', place: 'district', roles: ['bureauOfficer'] },
  { login: 'zhuren', name: '赵明德', place: 'center', roles: ['director', 'approver'] },
  { login: 'shouli', name: '陈晓梅', place: 'center', roles: ['clerk', 'reviewer'] },
  { login: 'shouli2', name: '王玉兰', place: 'center', roles: ['clerk', 'reviewer'] },
  { login: 'shencha', name: '李建设', place: 'center', roles: ['reviewer'] },
  { login: 'shenpi', name: '马国强', place: 'center', roles: ['approver'] },
  { login: 'zhipai', name: '周海燕', place: 'center', roles: ['assigner'] },
  { login: 'shenjuan', name: '何文静', place: 'center', roles: ['fileReviewer'] },
  { login: 'zhiliang', name: '高振国', place: 'center', roles: ['qualityOfficer'] },
  { login: 'dangan', name: '苏婷', place: 'center', roles: ['archivist'] },
  { login: 'zhongchuan', name: '魏红霞', place: '620171101', roles: ['stationStaff'] },
  { login: 'qinchuan', name: '张守业', place: '620171102', roles: ['stationStaff'] },
  { login: 'xicha', name: '刘翠英', place: '620171103', roles: ['stationStaff'] },
  { login: 'shangchuan', name: '杨成林', place: '620171104', roles: ['stationStaff'] },
  { login: 'shuping', name: '达正福', place: '620121111', roles: ['stationStaff'] },
  { login: 'shuifu', name: '金桂芳', place: '620122105', roles: ['stationStaff'] },
  { login: 'mingbairen1', name: '何长寿', place: '620171101204', roles: ['legalLiaison'] },
  { login: 'mingbairen2', name: '马尔沙', place: '620171103206', roles: ['legalLiaison'] },
  { login: 'mingbairen3', name: '祁兰花', place: '620171104208', roles: ['legalLiaison'] },
  { login: 'lanxin', name: '孙立群', place: 'firm-lanxin', roles: ['firmManager'] },
  { login: 'qilian', name: '郭雅琴', place: 'firm-qilian', roles: ['firmManager'] },
  { login: 'qinwang', name: '冯国栋', place: 'firm-qinwang', roles: ['firmManager'] },
  lawyer('lvshi1', '林书航', 'firm-lanxin', 9, 6, ['laborRemuneration', 'injuryDamage'], 'male'),
  lawyer('lvshi2', '沈若兰', 'firm-lanxin', 6, 1, ['familyMatters', 'domesticViolence', 'maintenance'], 'female', {
    juvenileAware: true,
  }),
  lawyer('lvshi3', '段志强', 'firm-lanxin', 14, 12, ['criminalDefense', 'criminalVictim'], 'male'),
  lawyer('lvshi4', '苗雨桐', 'firm-lanxin', 2, 1, ['laborRemuneration'], 'female'),
  lawyer('lvshi5', '韩晓峰', 'firm-lanxin', 5, 2, ['injuryDamage', 'socialInsurance'], 'male'),
  lawyer('lvshi6', '马晓燕', 'firm-qilian', 8, 3, ['laborRemuneration', 'socialInsurance'], 'female', {
    languages: ['普通话', '兰州话', '东乡语'],
  }),
  lawyer('lvshi7', '罗振华', 'firm-qilian', 11, 9, ['criminalDefense', 'stateCompensation'], 'male', {
    juvenileAware: true,
  }),
  lawyer('lvshi8', '才让卓玛', 'firm-qilian', 4, 0, ['maintenance', 'familyMatters'], 'female', {
    languages: ['普通话', '藏语'],
  }),
  lawyer('lvshi9', '彭海涛', 'firm-qilian', 7, 2, ['injuryDamage', 'environment'], 'male'),
  lawyer('lvshi10', '田静怡', 'firm-qilian', 3, 1, ['laborRemuneration', 'education'], 'female'),
  lawyer('lvshi11', '白永胜', 'firm-qinwang', 16, 10, ['laborRemuneration', 'criminalDefense'], 'male'),
  lawyer('lvshi12', '秦淑芬', 'firm-qinwang', 12, 2, ['domesticViolence', 'familyMatters', 'capacity'], 'female', {
    juvenileAware: true,
  }),
  lawyer('lvshi13', '龚子墨', 'firm-qinwang', 5, 4, ['criminalDefense'], 'male'),
  lawyer('lvshi14', '祁连成', 'firm-qinwang', 6, 1, ['injuryDamage', 'laborRemuneration'], 'male', {
    languages: ['普通话', '兰州话', '回族话'],
  }),
  lawyer('lvshi15', '唐婉', 'firm-qinwang', 1, 0, ['documentDrafting', 'maintenance'], 'female'),
  lawyer('jiceng1', '汪大海', 'grassroots-xicha', 10, 0, ['laborRemuneration', 'maintenance'], 'male', {
    kind: 'grassrootsLegalWorker',
  }),
]

/** Who is told of questions that people leave for a person; one of them of every matter. */
export const SAMPLE_DUTY: readonly { login: string; topics: readonly Topic[] }[] = [
  { login: 'lvshi1', topics: [] },
  { login: 'lvshi2', topics: ['divorce', 'children', 'elders', 'inheritance', 'violence'] },
]

export const SAMPLE_STAFF: readonly SampleStaff[] = PEOPLE.map((one, i) =>
  one.profile ? { ...one, profile: { ...one.profile, licence: licenceOf(i) } } : one,
)
