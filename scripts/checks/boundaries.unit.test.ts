import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const workspaces = ['law', 'casework', 'contract', 'server', 'faces', 'scripts', 'journeys']

/** A small house that keeps every rule. */
const sound: Record<string, string> = {
  'law/rule.ts': 'export const rule = 1',
  'law/calculators/sum.ts': 'export const sum = 1',
  'law/rule.unit.test.ts': "import { readFileSync } from 'node:fs'; export const read = readFileSync",
  'casework/state.ts': "import { rule } from '@fatong/law/rule.ts'; export const state = rule",
  'contract/schema.ts':
    "import { z } from 'zod'; import { state } from '@fatong/casework/state.ts'; export const schema = [z, state]",
  'server/db/store.ts':
    "import pg from 'pg'; import { state } from '@fatong/casework/state.ts'; export const store = [pg, state]",
  'server/documents/letter.ts': "import { z } from 'zod'; export const letter = z",
  'server/actions/submit.ts':
    "import type { store } from '../db/store.ts'; import { state } from '@fatong/casework/state.ts'; export type S = typeof store; export { state }",
  'server/http/route.ts':
    "import { state } from '../actions/submit.ts'; import { schema } from '@fatong/contract/schema.ts'; export const route = [state, schema]",
  'server/compose.ts':
    "import { store } from './db/store.ts'; import { route } from './http/route.ts'; export const all = [store, route]",
  'server/main.ts': "import { all } from './compose.ts'; console.log(all)",
  'faces/ui/button.tsx': "import { createElement } from 'react'; export const button = createElement",
  'faces/web/page.tsx':
    "import { button } from '../ui/button.tsx'; import { schema } from '@fatong/contract/schema.ts'; export const page = [button, schema]",
  'faces/web/calculate/page.tsx': "import { sum } from '@fatong/law/calculators/sum.ts'; export const page = sum",
  'faces/desk/page.tsx': 'export const page = 1',
  'scripts/tool.ts': "import { store } from '../server/db/store.ts'; console.log(store)",
  'journeys/walk.ts': "import { all } from '../server/compose.ts'; console.log(all)",
}

/** Each breaks one rule: the rule, the file, its line. */
const planted: readonly [string, string, string][] = [
  ['law-imports-nothing', 'law/a.ts', "import { readFileSync } from 'node:fs'; export const a = readFileSync"],
  ['law-imports-nothing', 'law/b.ts', "import type { z } from 'zod'; export type B = z.ZodType"],
  ['law-imports-nothing', 'law/c.ts', "import { state } from '@fatong/casework/state.ts'; export const c = state"],
  [
    'casework-imports-law',
    'casework/a.ts',
    "import { schema } from '@fatong/contract/schema.ts'; export const a = schema",
  ],
  ['casework-imports-law', 'casework/b.ts', "import { randomUUID } from 'node:crypto'; export const b = randomUUID"],
  ['contract-imports-vocabularies', 'contract/a.ts', "import pg from 'pg'; export const a = pg"],
  ['nothing-imports-server', 'contract/b.ts', "import { store } from '../server/db/store.ts'; export const b = store"],
  ['faces-import-contract', 'faces/web/a.ts', "import { rule } from '@fatong/law/rule.ts'; export const a = rule"],
  [
    'faces-import-contract',
    'faces/web/e.ts',
    "import { sum } from '@fatong/law/calculators/sum.ts'; export const e = sum",
  ],
  [
    'calculate-runs-calculators',
    'faces/web/calculate/a.ts',
    "import { rule } from '@fatong/law/rule.ts'; export const a = rule",
  ],
  ['faces-run-in-browsers', 'faces/web/b.ts', "import { join } from 'node:path'; export const b = join"],
  ['faces-run-in-browsers', 'faces/web/c.ts', "import pg from 'pg'; export const c = pg"],
  ['faces-stand-alone', 'faces/web/d.ts', "import { page } from '../desk/page.tsx'; export const d = page"],
  ['ui-serves-every-face', 'faces/ui/a.ts', "import { page } from '../desk/page.tsx'; export const a = page"],
  [
    'actions-know-no-transport',
    'server/actions/a.ts',
    "import { route } from '../http/route.ts'; export const a = route",
  ],
  [
    'actions-see-stores-as-types',
    'server/actions/b.ts',
    "import { store } from '../db/store.ts'; export const b = store",
  ],
  ['transports-call-actions', 'server/http/a.ts', "import { store } from '../db/store.ts'; export const a = store"],
  [
    'transports-call-actions',
    'server/jobs/a.ts',
    "import { letter } from '../documents/letter.ts'; export const a = letter",
  ],
  ['stores-know-no-actions', 'server/db/a.ts', "import { state } from '../actions/submit.ts'; export const a = state"],
  ['database-driver-in-db', 'server/actions/c.ts', "import pg from 'pg'; export const c = pg"],
  ['document-drivers-in-documents', 'server/http/b.ts', "import pdfmake from 'pdfmake'; export const b = pdfmake"],
  ['only-compose-joins', 'server/seed/a.ts', "import { all } from '../compose.ts'; export const a = all"],
  [
    'nothing-imports-journeys-or-scripts',
    'server/http/c.ts',
    "import { walk } from '../../journeys/step.ts'; export const c = walk",
  ],
  ['no-cycle', 'casework/one.ts', "import { two } from './two.ts'; export const one = (): unknown => two"],
  ['resolvable', 'casework/c.ts', "import { gone } from './gone.ts'; export const c = gone"],
]
const besides: Record<string, string> = {
  'casework/two.ts': "import { one } from './one.ts'; export const two = (): unknown => one",
  'journeys/step.ts': 'export const walk = 1',
}

interface Violation {
  rule: { name: string }
  from: string
}

/** Cruises a house made of these files, with the rules of the real one. */
async function violationsOf(files: Record<string, string>): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'fatong-house-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true })
      writeFileSync(join(house, path), text)
    }
    mkdirSync(join(house, 'node_modules', '@fatong'), { recursive: true })
    for (const name of workspaces) {
      const dependencies = name === 'faces' ? { react: '*' } : { zod: '*', pg: '*', pdfmake: '*' }
      writeFileSync(
        join(house, name, 'package.json'),
        JSON.stringify({ name: `@fatong/${name}`, type: 'module', exports: { './*': './*' }, dependencies }),
      )
      symlinkSync(join(house, name), join(house, 'node_modules', '@fatong', name))
    }
    for (const name of ['zod', 'pg', 'react', 'pdfmake']) {
      mkdirSync(join(house, 'node_modules', name))
      writeFileSync(join(house, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
      writeFileSync(join(house, 'node_modules', name, 'index.js'), '')
    }
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const found = await new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        [program, '--config', join(root, 'boundaries.cjs'), '--output-type', 'json', ...workspaces],
        { cwd: house, maxBuffer: 1e8 },
        (_error, stdout) => resolve(stdout),
      )
    })
    const { summary } = JSON.parse(found) as { summary: { violations: Violation[] } }
    return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
  } finally {
    rmSync(house, { recursive: true })
  }
}

describe('the import rules', () => {
  let found: string[] = []
  beforeAll(async () => {
    found = await violationsOf({
      ...sound,
      ...besides,
      ...Object.fromEntries(planted.map(([, file, line]) => [file, line])),
    })
  })
  afterAll(() => (found = []))

  it('let a sound house pass', async () => {
    expect(await violationsOf(sound)).toEqual([])
  })

  it.each(planted)('%s: %s is found', (rule, file) => {
    expect(found).toContain(`${rule} ${file}`)
  })
})
