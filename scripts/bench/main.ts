/**
 * Measures the service: `npm run bench -- cases [--json] [--quick] [--profile FOLDER]`. What the figures mean and which
 * targets they are held against: docs/bench.md.
 */
import { parseArgs } from 'node:util'
import { table } from './cases/figures.ts'
import { FULL, measureCases, QUICK } from './cases/run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, profile: { type: 'string' } },
})

if (positionals.join(' ') !== 'cases') {
  console.error('What is to be measured? npm run bench -- cases [--json] [--quick] [--profile FOLDER]')
  process.exit(2)
}
const began = performance.now()
const size = values.quick ? QUICK : FULL
const figures = await measureCases(
  size, (line) => console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`),
  values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
)
if (values.json) console.log(JSON.stringify(figures))
else {
  console.log(table(figures))
  if (size.load < FULL.load) console.log(`Quick run: smaller loads, and ${size.load} cases instead of ${FULL.load}.`)
}
