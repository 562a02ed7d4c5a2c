import { useEffect, useState } from 'react'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { api } from '../api/citizen.ts'

interface Figures {
  parameters: ParameterSet
  calendar: WorkCalendar
}

/** What ships with the page, until the desk's figures have come. */
let held: Figures = { parameters: [], calendar: KNOWN_CALENDAR }

/** Figures and holiday notices as the desk released them; without network those that ship, and the sum says what it lacks. */
export function useFigures(): Figures {
  const [figures, setFigures] = useState(held)
  useEffect(() => {
    let gone = false
    void api.figures({}).then((reply) => {
      if (!reply.ok) return
      held = {
        parameters: reply.value.items.map(({ from, to, ...one }) => ({
          ...one,
          from: localDate(from),
          ...(to === null ? {} : { to: localDate(to) }),
        })),
        calendar: [
          ...KNOWN_CALENDAR,
          ...reply.value.calendar.map((year) => ({
            ...year,
            holidays: year.holidays.map(localDate),
            makeUpWorkdays: year.makeUpWorkdays.map(localDate),
          })),
        ],
      }
      if (!gone) setFigures(held)
    })
    return () => {
      gone = true
    }
  }, [])
  return figures
}
