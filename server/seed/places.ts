import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { place } from '../db/schema/places.ts'
import { SAMPLE_ORGANISATIONS } from './staff.ts'

interface Spot {
  code: string
  name: string
  lon: number
  lat: number
}
interface Town extends Spot {
  villages: Spot[]
}
const { towns, crs } = JSON.parse(readFileSync(new URL('./places.json', import.meta.url), 'utf8')) as {
  towns: Town[]
  crs: string
}

export type PlaceRow = typeof place.$inferInsert

/** Workstations and partner agencies; nobody walks into a prison, so its workstation is not shown to the public. */
const AGENCIES: readonly { key: string; name: string; kind: PlaceKind; address: string; public?: false }[] = [
  { key: 'labor-inspection', name: '兰州新区劳动保障监察大队（样例）', kind: 'laborInspection', address: '中川镇' },
  { key: 'labor-arbitration', name: '兰州新区劳动人事争议仲裁院（样例）', kind: 'laborArbitration', address: '中川镇' },
  { key: 'mediation', name: '兰州新区人民调解委员会（样例）', kind: 'mediation', address: '中川镇' },
  { key: 'procuratorate', name: '驻检察院法律援助工作站（样例）', kind: 'procuratorate', address: '中川镇' },
  { key: 'detention', name: '驻看守所法律援助工作站（样例）', kind: 'detentionCenter', address: '秦川镇' },
  { key: 'prison', name: '驻永登监狱法律援助工作站（样例）', kind: 'prison', address: '树屏镇', public: false },
  { key: 'court', name: '兰州新区人民法院（样例）', kind: 'court', address: '中川镇' },
]
/** Terminals in halls that are open when offices are not. */
const KIOSKS = [
  { key: 'kiosk-cinema', name: '中川商业广场自助服务终端（样例）', address: '中川镇', lon: 103.66, lat: 36.545 },
  { key: 'kiosk-dorm', name: '秦川园区职工公寓自助服务终端（样例）', address: '秦川镇', lon: 103.72, lat: 36.61 },
]
const PHONE = '0931-0012348'

/** The tree of the sample district by the keys staff.ts and cases.ts name its places with: codes, or an organisation's key. */
export function samplePlaces(): Map<string, PlaceRow> {
  const rows = new Map<string, PlaceRow>()
  const add = (key: string, parent: string | null, row: Omit<PlaceRow, 'id' | 'parentId'>): void => {
    rows.set(key, { id: randomUUID(), parentId: parent === null ? null : (rows.get(parent)?.id ?? null), ...row })
  }
  const at = ({ lon, lat }: Pick<Spot, 'lon' | 'lat'>) => ({ lon, lat, crs, approximate: true })
  add('district', null, {
    code: '620171',
    name: '兰州新区司法局',
    kind: 'district',
    address: '兰州新区中川镇（样例地址）',
    phone: '0931-0000001',
    ...at({ lon: 103.66, lat: 36.55 }),
  })
  add('center', 'district', {
    code: '620171-center',
    name: '兰州新区公共法律服务中心（法律援助中心）',
    kind: 'center',
    address: '兰州新区中川镇政务服务大厅一楼（样例地址）',
    phone: PHONE,
    ...at({ lon: 103.662, lat: 36.552 }),
  })
  for (const town of towns) {
    add(town.code, 'center', {
      code: town.code,
      name: `${town.name}公共法律服务工作站`,
      kind: 'station',
      address: `${town.name}人民政府（样例地址）`,
      phone: PHONE,
      ...at(town),
    })
    for (const village of town.villages) {
      add(village.code, town.code, {
        code: village.code,
        name: `${village.name}公共法律服务工作室`,
        kind: 'office',
        address: `${town.name}${village.name}`,
        phone: null,
        ...at(village),
      })
    }
  }
  for (const { key, name, kind, address, phone } of SAMPLE_ORGANISATIONS)
    add(key, 'district', { code: key, name, kind, address, phone })
  for (const { key, name, kind, address, public: open = true } of AGENCIES)
    add(key, 'district', { code: key, name, kind, address, phone: null, public: open })
  for (const { key, name, address, lon, lat } of KIOSKS)
    add(key, 'center', {
      code: key,
      name,
      kind: 'kiosk',
      address,
      phone: null,
      hours: Array.from({ length: 7 }, () => [{ open: 7 * 60, close: 22 * 60 }]),
      equipment: ['触摸屏', '高拍仪', '打印机'],
      ...at({ lon, lat }),
    })
  return rows
}
