import type { PlaceKind } from '@fatong/casework/vocabulary.ts'

interface PlaceGiven {
  code: string
  name: string
  kind: PlaceKind
  parent?: PlaceKey
}
export type PlaceKey =
  | 'district'
  | 'center'
  | 'station'
  | 'village'
  | 'nextStation'
  | 'nextVillage'
  | 'firm'
  | 'nextFirm'
  | 'grassroots'
  | 'nextGrassroots'
  | 'nextDistrict'
  | 'nextCenter'

/** Own and other of every kind; parents first. The second agency's codes come later, so that the first one is the installation's. */
export const PLACES: Record<PlaceKey, PlaceGiven> = {
  district: { code: '620171', name: '甲区司法局', kind: 'district' },
  center: { code: '620171-FY', name: '甲区法律援助中心', kind: 'center', parent: 'district' },
  station: { code: '620171101', name: '东镇工作站', kind: 'station', parent: 'center' },
  village: { code: '620171101001', name: '东村工作室', kind: 'office', parent: 'station' },
  nextStation: { code: '620171102', name: '西镇工作站', kind: 'station', parent: 'center' },
  nextVillage: { code: '620171102001', name: '西村工作室', kind: 'office', parent: 'nextStation' },
  firm: { code: 'firm-a', name: '甲律师事务所', kind: 'firm', parent: 'district' },
  nextFirm: { code: 'firm-b', name: '乙律师事务所', kind: 'firm', parent: 'district' },
  grassroots: { code: 'office-a', name: '甲基层法律服务所', kind: 'grassrootsOffice', parent: 'district' },
  nextGrassroots: { code: 'office-b', name: '乙基层法律服务所', kind: 'grassrootsOffice', parent: 'district' },
  nextDistrict: { code: '620999', name: '乙区司法局', kind: 'district' },
  nextCenter: { code: '620999-FY', name: '乙区法律援助中心', kind: 'center', parent: 'nextDistrict' },
}
