/**
 * `npm run bench -- siting --model lscp|mclp|pmedian|pcenter --costs FILE.csv [--weights FILE.csv] [--p N] [--radius R]
 * [--fixed SITE,SITE] [--seconds S] [--orlib FILE] [--json]`: any siting question from outside. Ends with 2 when the input is
 * wrong and with 1 when there is no answer.
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { highsSolver } from '@fatong/network/siting/highs.ts'
import { coverAll } from '@fatong/network/siting/lscp.ts'
import { coverMost } from '@fatong/network/siting/mclp.ts'
import { shortestFarthest } from '@fatong/network/siting/pcenter.ts'
import { shortestTotal } from '@fatong/network/siting/pmedian.ts'
import type { SitingAnswer, SitingProblem } from '@fatong/network/siting/problem.ts'
import { BadInput, namedProblem, type NamedProblem } from './csv.ts'
import { orLibrary } from './orlib.ts'

const USAGE =
  'npm run bench -- siting --model lscp|mclp|pmedian|pcenter (--costs FILE.csv [--weights FILE.csv] | --orlib FILE) [--p N] [--radius R] [--fixed SITE,SITE] [--seconds S] [--json]'
const MODELS = ['lscp', 'mclp', 'pmedian', 'pcenter'] as const
type Model = (typeof MODELS)[number]

export async function run(args: string[]): Promise<void> {
  try {
    await answer(args)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!(error instanceof BadInput) && code !== 'ENOENT' && !code?.startsWith('ERR_PARSE_ARGS')) throw error
    console.error((error as Error).message)
    process.exitCode = 2
  }
}

async function answer(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      model: text,
      costs: text,
      weights: text,
      p: text,
      radius: text,
      fixed: text,
      seconds: text,
      orlib: text,
      json: { type: 'boolean', default: false },
    },
  })
  const model = MODELS.find((one) => one === (values.model ?? (values.orlib === undefined ? undefined : 'pmedian')))
  if (model === undefined || (values.costs === undefined) === (values.orlib === undefined)) throw new BadInput(USAGE)
  const named: NamedProblem & { p?: number } =
    values.orlib === undefined
      ? namedProblem(fileOf(values.costs!), values.weights === undefined ? undefined : fileOf(values.weights))
      : orLibrary(fileOf(values.orlib).text, values.orlib)
  const problem: SitingProblem = {
    costs: { rows: named.demands.length, columns: named.sites.length, cost: named.cost },
    weights: named.weights,
    fixed: (values.fixed ?? '')
      .split(',')
      .filter(Boolean)
      .map((name) => {
        const at = named.sites.indexOf(name)
        if (at < 0) throw new BadInput(`--fixed: there is no site "${name}"`)
        return at
      }),
  }
  const p = number(values.p, '--p', 1) ?? named.p
  const radius = number(values.radius, '--radius', 0)
  const seconds = number(values.seconds, '--seconds', 0) ?? 20
  if (p !== undefined && !Number.isInteger(p)) throw new BadInput('--p: a whole number is needed')

  const began = performance.now()
  const found = await solve(model, problem, { p, radius, seconds })
  const took = Number(((performance.now() - began) / 1000).toFixed(3))
  if (found.outcome !== 'sited') {
    const unreachable = found.unreachable.map((at) => named.demands[at])
    console.log(
      values.json
        ? JSON.stringify({ outcome: found.outcome, says: found.says, unreachable, seconds: took })
        : `${found.says}${unreachable.length > 0 ? `: ${unreachable.slice(0, 20).join(', ')}` : ''}`,
    )
    process.exitCode = 1
    return
  }
  const { objective, bound, gap } = found
  const sites = found.sites.map((at) => named.sites[at]!)
  if (values.json) console.log(JSON.stringify({ objective, bound, gap, seconds: took, sites }))
  else
    console.log(
      `objective  ${objective}\nbound      ${bound}\ngap        ${(gap * 100).toFixed(4)} %${gap === 0 ? ' (proven)' : ''}\nseconds    ${took}\nsites      ${sites.join(', ')}`,
    )
}

async function solve(
  model: Model,
  problem: SitingProblem,
  { p, radius, seconds }: { p?: number; radius?: number; seconds: number },
): Promise<SitingAnswer> {
  const limits = { clock: () => performance.now(), seconds }
  const needed = (value: number | undefined, option: string): number => {
    if (value === undefined) throw new BadInput(`--model ${model} needs ${option}`)
    return value
  }
  switch (model) {
    case 'lscp':
      return coverAll(problem, needed(radius, '--radius'), await highsSolver(), limits)
    case 'mclp':
      return coverMost(problem, needed(p, '--p'), needed(radius, '--radius'), limits)
    case 'pcenter':
      return shortestFarthest(problem, needed(p, '--p'), await highsSolver(), limits)
    case 'pmedian':
      return shortestTotal(problem, needed(p, '--p'), limits)
    default:
      return model satisfies never
  }
}

const fileOf = (file: string) => ({ file, text: readFileSync(file, 'utf8') })

function number(text: string | undefined, option: string, least: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < least)
    throw new BadInput(`${option}: "${text}" is no number of at least ${least}`)
  return value
}
