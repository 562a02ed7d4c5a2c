/**
 * Measures the product: `npm run bench -- cases|statutes|siting|network …`. What the figures mean and which targets they are
 * held against: docs/bench.md.
 */
import process from 'node:process'

const BENCHES: Record<string, () => Promise<{ run: (args: string[]) => Promise<void> }>> = {
  asking: () => import('./asking/command.ts'),
  cases: () => import('./cases/command.ts'),
  network: () => import('./network/command.ts'),
  questions: () => import('./questions/command.ts'),
  pages: () => import('./pages/command.ts'),
  siting: () => import('./siting/command.ts'),
  statutes: () => import('./statutes/command.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = BENCHES[name]
if (load === undefined) {
  console.error(`What is to be measured? npm run bench -- ${Object.keys(BENCHES).join('|')} [--json]`)
  process.exit(2)
}
const bench = await load()
await bench.run(args)
