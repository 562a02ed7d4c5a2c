import { describe, expect, it } from 'vitest'
import { describeSettings, readSettings, settings } from './config.ts'

const problemOf = (environment: Record<string, string>) => {
  const result = readSettings(environment)
  return result.ok ? undefined : result.problem
}

describe('settings', () => {
  it('all have a default or may be left out', () => {
    expect(readSettings({})).toMatchObject({
      ok: true,
      settings: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: './data',
        sampleDistrict: true,
        publicUrl: 'http://127.0.0.1:8080',
        databaseUrl: undefined,
      },
    })
  })

  it('treat an empty value as not given', () => {
    expect(readSettings({ PORT: '', HOST: ' ' })).toMatchObject({
      ok: true,
      settings: { port: 8080, host: '127.0.0.1' },
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty"'],
    [{ PORT: '70000' }, 'PORT must be'],
    [{ PUBLIC_URL: 'fatong.example' }, 'PUBLIC_URL must be an address'],
    [{ SAMPLE_DISTRICT: 'yes' }, 'SAMPLE_DISTRICT must be "on" or "off", not "yes"'],
    [{ SMS_SENDER: 'pigeon' }, 'SMS_SENDER must be one of simulated, http'],
    [{ SMS_SENDER: 'http' }, 'SMS_HTTP_URL must be set'],
    [
      { SMS_SENDER: 'http', SMS_HTTP_URL: 'https://sms.example/' },
      'SAMPLE_DISTRICT must be off when SMS_SENDER is http',
    ],
    [{ DATABASE_URL: 'postgres://u@db/fatong' }, 'SECRET_KEY must be set when DATABASE_URL is'],
    [
      { VIDEO_ROOM_URL: 'https://meet.example/' },
      'VIDEO_ROOM_URL must be an address that begins with https:// and holds {room} once',
    ],
    [{ VIDEO_ROOM_URL: 'http://meet.example/{room}' }, 'VIDEO_ROOM_URL must be'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ RATE_LIMIT_FACTOR: '-1' }, 'RATE_LIMIT_FACTOR must be a number'],
  ])('%o stops the start', (environment, words) => {
    const problem = problemOf(environment)
    expect(problem).toContain(words)
    expect(problem).not.toContain('\n')
  })

  it('name everything that is wrong in one line', () => {
    const problem = problemOf({ PORT: 'x', LOG_LEVEL: 'y' })
    expect(problem).toMatch(/^[^\n]*PORT[^\n]*LOG_LEVEL[^\n]*$/)
  })

  it('never show a secret, even a wrong one', () => {
    const problem = problemOf({ SECRET_KEY: 'hunter2', SAMPLE_PASSWORD: 'short', DATABASE_URL: 'mysql://root:pw@db' })
    expect(problem).toContain('SECRET_KEY must be 32 bytes')
    expect(problem).not.toMatch(/hunter2|"short"|root:pw/)
  })

  it("load no sample district into a database of one's own unless asked", () => {
    const own = { DATABASE_URL: 'postgres://u@db/fatong', SECRET_KEY: 'ab'.repeat(32) }
    expect(readSettings(own)).toMatchObject({ ok: true, settings: { sampleDistrict: false } })
    expect(readSettings({ ...own, SAMPLE_DISTRICT: 'on' })).toMatchObject({
      ok: true,
      settings: { sampleDistrict: true },
    })
  })

  it('take a key in hex or base64', () => {
    const bytes = new Uint8Array(32).fill(0xab)
    for (const text of ['ab'.repeat(32), Buffer.from(bytes).toString('base64')]) {
      expect(readSettings({ SECRET_KEY: text })).toMatchObject({ ok: true, settings: { secretKey: bytes } })
    }
  })

  it('are listed with name, default and meaning, one a line', () => {
    const lines = describeSettings().split('\n')
    expect(lines).toHaveLength(Object.keys(settings).length)
    expect(lines.find((line) => line.startsWith('PORT '))).toMatch(/8080 +TCP port/)
  })
})
