import { describe, expect, it } from 'vitest'
import { deriveKeys } from './keys.ts'
import { personalDataCrypto } from './personal-data.ts'
import { seal, unseal, UnsealProblem } from './sealing.ts'

const secret = new Uint8Array(32).fill(7)
const keys = deriveKeys(secret)

describe('keys', () => {
  it('differ for every purpose and for every secret', () => {
    const other = deriveKeys(new Uint8Array(32).fill(8))
    const all = [keys, other].flatMap((ring) => Object.values(ring).map((key) => key.toString('hex')))
    expect(new Set(all).size).toBe(all.length)
  })
  it('are the same for the same secret, today and tomorrow', () => {
    expect(deriveKeys(secret).column.toString('hex')).toBe(keys.column.toString('hex'))
    expect(keys.column.toString('hex')).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('sealing', () => {
  const sealed = seal(keys, Buffer.from('620102199001011234'), 'person.idNumber')
  it('gives back what was sealed, and never the same bytes twice', () => {
    expect(unseal(keys, sealed, 'person.idNumber').toString()).toBe('620102199001011234')
    expect(seal(keys, Buffer.from('620102199001011234'), 'person.idNumber').equals(sealed)).toBe(false)
    expect(sealed.includes(Buffer.from('6201'))).toBe(false)
  })
  it('does not open in another column, with another key, or changed in any byte', () => {
    expect(() => unseal(keys, sealed, 'person.phone')).toThrow(UnsealProblem)
    expect(() => unseal(deriveKeys(new Uint8Array(32).fill(8)), sealed, 'person.idNumber')).toThrow(/another key/)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(keys, changed, 'person.idNumber'), `byte ${at}`).toThrow(UnsealProblem)
    }
    expect(() => unseal(keys, sealed.subarray(0, 20), 'person.idNumber')).toThrow(UnsealProblem)
  })
  it('keeps Chinese and rare characters', () => {
    const crypto = personalDataCrypto(secret)
    expect(crypto.decrypt('person.address', crypto.encrypt('person.address', '中川镇𠮷家湾1号'))).toBe(
      '中川镇𠮷家湾1号',
    )
  })
})

describe('blind index', () => {
  const crypto = personalDataCrypto(secret)
  it('finds the same number however it was typed', () => {
    expect(crypto.blindIndex('phone', '138 0000-1234')).toEqual(crypto.blindIndex('phone', '13800001234'))
    expect(crypto.blindIndex('idNumber', '62010219900101123x')).toEqual(
      crypto.blindIndex('idNumber', '62010219900101123X'),
    )
  })
  it('tells fields and installations apart', () => {
    expect(crypto.blindIndex('phone', '1')).not.toEqual(crypto.blindIndex('idNumber', '1'))
    expect(personalDataCrypto(new Uint8Array(32).fill(8)).blindIndex('phone', '1')).not.toEqual(
      crypto.blindIndex('phone', '1'),
    )
  })
})
