/** The years whose notice ships with the product. Later years are imported by an administrator; none is guessed. */
import type { WorkCalendar } from '../working-days.ts'
import { HOLIDAYS_2025 } from './2025.ts'
import { HOLIDAYS_2026 } from './2026.ts'

export const KNOWN_CALENDAR: WorkCalendar = [HOLIDAYS_2025, HOLIDAYS_2026]
