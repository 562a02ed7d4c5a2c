/** 一千零四十三 -> 1043, 八十二 -> 82, ２０ -> 20; undefined when it is no number. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

export function numberOf(written: string): number | undefined {
  if (/^\d{1,6}$/.test(written)) return Number(written)
  const characters = [...written]
  if (characters.length === 0 || characters.some((character) => !(character in DIGITS) && !(character in UNITS)))
    return undefined
  // 一〇四三, read digit by digit
  if (characters.length > 1 && characters.every((character) => character in DIGITS))
    return Number(characters.map((character) => DIGITS[character]).join(''))
  let total = 0
  let digit: number | undefined
  for (const character of characters) {
    const unit = UNITS[character]
    if (unit === undefined) {
      digit = DIGITS[character]
    } else {
      total += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return total + (digit ?? 0)
}
