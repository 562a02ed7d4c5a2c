import { SAMPLE_OFFICE, type OfficeSettings } from '@fatong/law/calendar/office-hours.ts'

/** Where the district's office hours are kept among the settings. */
export const OFFICE_SETTING = 'office'

export interface OfficeSetting {
  weekly: OfficeSettings['weekly']
  cutOffMinutes: number
}

/** What was saved, else the sample hours. */
export function readOffice(stored: unknown): OfficeSetting {
  return (
    (stored as OfficeSetting | undefined) ?? {
      weekly: SAMPLE_OFFICE.weekly,
      cutOffMinutes: SAMPLE_OFFICE.cutOffMinutes,
    }
  )
}

/** A day worked in exchange for a holiday has Monday's hours. */
export const officeOf = (weekly: OfficeSettings['weekly'], cutOffMinutes: number): OfficeSettings => ({
  weekly,
  cutOffMinutes,
  makeUpDay: weekly[0],
  exceptions: [],
})
