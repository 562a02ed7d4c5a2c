/** What screens show of personal data unless the reader's role needs more (个人信息保护法 51: 去标识). */

/** 13800001234 -> 138****1234; anything shorter shows only its last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}

/** 620102199001011234 -> 6201**********1234 */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length >= 15
    ? `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`
    : '*'.repeat(idNumber.length)
}

/** 王小明 -> 王**; one character stays hidden but for its place. Counts characters, so that rare ones are not cut in half. */
export function maskName(name: string): string {
  const characters = [...name]
  return characters.length <= 1 ? '*' : `${characters[0]}${'*'.repeat(characters.length - 1)}`
}

/** Keeps what says where (the town) and hides what leads to the door. */
export function maskAddress(address: string): string {
  const characters = [...address]
  const kept = Math.min(6, Math.floor(characters.length / 2))
  return `${characters.slice(0, kept).join('')}${'*'.repeat(characters.length - kept)}`
}
