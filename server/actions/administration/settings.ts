import { fieldsOf } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type { saveSettings as saveRoute, Settings } from '@fatong/contract/desk/administration.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { PolicyCode } from '@fatong/network/assignment/policies.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { countingLost } from '../network/unmet.ts'
import { administers } from './may.ts'
import { OFFICE_SETTING, readOffice } from './office-setting.ts'
import { hoursFit } from './place-view.ts'
import { readRetention, RETENTION_KEYS, RETENTION_LEAST, RETENTION_MOST, RETENTION_SETTING } from './retention.ts'

type SettingsView = z.infer<typeof Settings>
/** 机关代字 and the days offered for corrections. */
export const CASEWORK_SETTING = 'casework'
export interface CaseworkSetting {
  agencyShort: string
  supplementDays: number
  assignmentPolicy: PolicyCode
}
const CASEWORK_DEFAULT: CaseworkSetting = { agencyShort: '兰新法援', supplementDays: 15, assignmentPolicy: 'precise' }

export const readCasework = (stored: unknown): CaseworkSetting => ({
  ...CASEWORK_DEFAULT,
  ...(stored as Partial<CaseworkSetting> | undefined),
})

export async function readSettings(parts: Pick<Parts, 'stores' | 'config'>): Promise<SettingsView> {
  const { lawSettings } = parts.stores
  const [casework, office, retention] = await Promise.all([
    lawSettings.setting(CASEWORK_SETTING),
    lawSettings.setting(OFFICE_SETTING),
    lawSettings.setting(RETENTION_SETTING),
  ])
  const { weekly, cutOffMinutes } = readOffice(office)
  return {
    ...readCasework(casework),
    cutOffMinutes,
    officeHours: weekly.map((day) => day.map(({ open, close }) => ({ open, close }))),
    retention: { ...readRetention(parts.config, retention) },
  }
}

export async function settings(parts: Parts, _caller: StaffCaller): Promise<Outcome<SettingsView>> {
  return done(await readSettings(parts))
}

/** Stands in every document number, so nothing that means something to a number's pattern or to JSON. */
const AGENCY_SHORT = /^[\p{Script=Han}A-Za-z0-9]+$/u

/** Saves what differs; earlier values stay readable in the history of settings. */
export async function saveSettings(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof saveRoute>,
): Promise<Outcome<z.infer<typeof saveRoute.reply>>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const fields: Record<string, string> = {}
  if (!AGENCY_SHORT.test(body.agencyShort))
    fields.agencyShort = body.agencyShort === '' ? '请填写机关代字' : '机关代字只用汉字、字母和数字，比如 兰新法援'
  if (!hoursFit(body.officeHours)) fields.officeHours = '开门时间要早于关门时间，几段时间不能重叠'
  if (body.officeHours.every((day) => day.length === 0)) fields.officeHours = '一周里至少有一天上班'
  for (const key of RETENTION_KEYS) {
    const days = body.retention[key]
    if (days === undefined || days < RETENTION_LEAST[key] || days > RETENTION_MOST[key])
      fields[`retention.${key}`] = `请填 ${RETENTION_LEAST[key]} 到 ${RETENTION_MOST[key]} 天`
  }
  if (Object.keys(fields).length > 0) return failed('malformed', { fields })

  const before = await readSettings(parts)
  const now = parts.clock.now()
  const wanted = {
    [CASEWORK_SETTING]: {
      agencyShort: body.agencyShort,
      supplementDays: body.supplementDays,
      assignmentPolicy: body.assignmentPolicy,
    },
    [OFFICE_SETTING]: {
      weekly: body.officeHours as unknown as OfficeSettings['weekly'],
      cutOffMinutes: body.cutOffMinutes,
    },
    [RETENTION_SETTING]: Object.fromEntries(RETENTION_KEYS.map((key) => [key, body.retention[key]])),
  }
  const held: typeof wanted = {
    [CASEWORK_SETTING]: {
      agencyShort: before.agencyShort,
      supplementDays: before.supplementDays,
      assignmentPolicy: before.assignmentPolicy,
    },
    [OFFICE_SETTING]: {
      weekly: before.officeHours as unknown as OfficeSettings['weekly'],
      cutOffMinutes: before.cutOffMinutes,
    },
    [RETENTION_SETTING]: Object.fromEntries(RETENTION_KEYS.map((key) => [key, before.retention[key]])),
  }
  const { lost } = await countingLost(parts, async () => {
    for (const key of Object.keys(wanted) as (keyof typeof wanted)[]) {
      if (JSON.stringify(wanted[key]) === JSON.stringify(held[key])) continue
      const entry = auditEntry(parts, caller, {
        action: 'administer',
        subjectKind: 'setting',
        subjectId: key,
        fields: fieldsOf(wanted[key]),
      })
      await parts.stores.lawSettings.saveSetting(
        accessOf(right.staff),
        key,
        wanted[key],
        right.staff.staffId,
        now,
        entry,
        key === OFFICE_SETTING ? 'clocks' : undefined,
      )
    }
    parts.law.refresh()
  })
  return done({ ...(await readSettings(parts)), lost })
}
