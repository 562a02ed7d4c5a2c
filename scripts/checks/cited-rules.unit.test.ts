import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULE_BOOK } from '@fatong/law/rule-book.ts'
import { anchorsOf, citedRules, citingFiles, undefinedRules } from './cited-rules.ts'

const root = resolve(import.meta.dirname, '../..')
const anchors = anchorsOf(readFileSync(join(root, 'docs/rule-book.md'), 'utf8'))
const FOLDERS = ['law', 'casework', 'network', 'knowledge', 'contract', 'server', 'faces', 'journeys', 'docs']

describe('the rule book in docs', () => {
  it('has an anchor for every rule that the source cites', () => {
    const files = FOLDERS.flatMap((folder) => citingFiles(root, folder))
    expect(files.length).toBeGreaterThan(1_000)
    expect(undefinedRules(root, files, new Set(anchors))).toEqual([])
    // That the pattern still finds what is there.
    const casework = files
      .filter((file) => file.startsWith('casework'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n')
    expect(citedRules(casework)).toEqual(expect.arrayContaining(['2.2', 'T13', 'I9', 'CF-2', 'TM-7', '10A-3']))
  })

  it('has one for everything the rules of law say they cover', () => {
    const covered = RULE_BOOK.flatMap(({ rules }) => rules).flatMap(({ id, covers }) =>
      covers.map((code) => `${id}: ${code}`),
    )
    expect(covered.length).toBeGreaterThan(80)
    expect(covered.filter((entry) => !anchors.includes(entry.split(': ')[1] ?? ''))).toEqual([])
  })

  it('names each id once', () => {
    expect(anchors.filter((id, index) => anchors.indexOf(id) !== index)).toEqual([])
  })

  it('is missed where somebody cites what it does not have', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fatong-cited-'))
    try {
      writeFileSync(
        join(folder, 'planted.ts'),
        '/** No such rule (rule book 2.2, CF-99; T27, rule book 14.1). */\nexport const planted = 1\n',
      )
      expect(undefinedRules(folder, citingFiles(folder, '.'), new Set(anchors))).toEqual([
        'planted.ts: CF-99',
        'planted.ts: T27',
        'planted.ts: 14.1',
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('reads lists and ranges, and takes no hour, path or version for a rule', () => {
  expect(citedRules('(rule book 5.8, 4.3 and UR-1; ND-T2, DL-1 to DL-12)')).toEqual([
    'UR-1',
    'ND-T2',
    'DL-1',
    'DL-12',
    '5.8',
    '4.3',
  ])
  expect(citedRules("rule book, section 2.1; the rule book's table 2.2, column 谁; T5 and (I9).")).toEqual([
    'T5',
    'I9',
    '2.1',
    '2.2',
  ])
  expect(citedRules('2026-11-30T12:00:00 `${day}T12:00` T09 V0.6 MAP-3 GT-1 AS-BUILT XAS-3 rule book of 2026')).toEqual(
    [],
  )
})
