/** 2026-11-23 -> 2026年11月23日, as GB/T 9704 writes days: Arabic numerals, no leading zeros. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
