import { localDate } from '../dates.ts'
import type { HolidayTable } from '../working-days.ts'
import { span } from './days.ts'

export const HOLIDAYS_2025: HolidayTable = {
  year: 2025,
  source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  level: '网',
  holidays: [
    ...span('2025-01-01'), // 元旦
    ...span('2025-01-28', '2025-02-04'), // 春节
    ...span('2025-04-04', '2025-04-06'), // 清明节
    ...span('2025-05-01', '2025-05-05'), // 劳动节
    ...span('2025-05-31', '2025-06-02'), // 端午节
    ...span('2025-10-01', '2025-10-08'), // 国庆节、中秋节
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(localDate),
}
