import { parseArgs } from 'node:util'
import { table } from './figures.ts'
import { FULL, measureCases, QUICK } from './run.ts'

/** `npm run bench -- cases [--json] [--quick] [--profile FOLDER]`. */
export async function run(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const began = performance.now()
  const size = values.quick ? QUICK : FULL
  const figures = await measureCases(
    size,
    (line) => console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`),
    values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
  )
  if (values.json) console.log(JSON.stringify(figures))
  else {
    console.log(table(figures))
    if (size.load < FULL.load) console.log(`Quick run: smaller loads, and ${size.load} cases instead of ${FULL.load}.`)
  }
}
