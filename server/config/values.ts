/** A setting's text read as a value, or what is wrong with it ("must be ..."). */
export type Parsed<T> = { ok: true; value: T } | { ok: false; must: string }

export type Parse<T> = (text: string) => Parsed<T>

const good = <T>(value: T): Parsed<T> => ({ ok: true, value })
const bad = (must: string): Parsed<never> => ({ ok: false, must })

export const text: Parse<string> = (given) => good(given)

export const integer =
  (least: number, most: number): Parse<number> =>
  (given) =>
    /^\d+$/.test(given) && Number(given) >= least && Number(given) <= most
      ? good(Number(given))
      : bad(`must be a whole number from ${least} to ${most}`)

export const number =
  (least: number, most: number): Parse<number> =>
  (given) =>
    /^\d+(\.\d+)?$/.test(given) && Number(given) >= least && Number(given) <= most
      ? good(Number(given))
      : bad(`must be a number from ${least} to ${most}`)

export const onOff: Parse<boolean> = (given) =>
  given === 'on' || given === 'off' ? good(given === 'on') : bad('must be "on" or "off"')

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Parse<T> =>
  (given) => {
    const found = choices.find((choice) => choice === given)
    return found === undefined ? bad(`must be one of ${choices.join(', ')}`) : good(found)
  }

export const address =
  (...protocols: string[]): Parse<string> =>
  (given) =>
    URL.canParse(given) && protocols.includes(new URL(given).protocol.slice(0, -1))
      ? good(given.replace(/\/$/, ''))
      : bad(`must be an address that begins with ${protocols.map((name) => `${name}://`).join(' or ')}`)

/** An address with {room} where the name of a room goes. */
export const roomAddress: Parse<string> = (given) =>
  given.split('{room}').length === 2 &&
  URL.canParse(given.replace('{room}', 'x')) &&
  new URL(given.replace('{room}', 'x')).protocol === 'https:'
    ? good(given)
    : bad('must be an address that begins with https:// and holds {room} once, like https://meet.example/fatong-{room}')

/** 32 random bytes, as 64 hexadecimal digits or as base64. */
export const key: Parse<Uint8Array> = (given) => {
  const bytes = /^[0-9a-fA-F]{64}$/.test(given) ? Buffer.from(given, 'hex') : Buffer.from(given, 'base64')
  return bytes.length === 32
    ? good(new Uint8Array(bytes))
    : bad('must be 32 bytes as 64 hexadecimal digits or as base64')
}

export const password: Parse<string> = (given) =>
  given.length >= 8 ? good(given) : bad('must have at least 8 characters')
