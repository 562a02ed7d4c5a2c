/** What the bench of the network prints; a figure that was not measured is null and the reason goes to standard error. */
export const FIGURES = [
  'vsNgraph',
  'vsGraphology',
  'distancesEqual',
  'lscp',
  'mclp',
  'roadCorrelation',
  'roadMedianRatio',
  'coverageEditMs',
  'assignOptimal',
  'costRise',
  'giniFall',
  'singleCaseMs',
] as const
export type FigureName = (typeof FIGURES)[number]
export type Figures = Record<string, number | null>

interface Target {
  means: string
  says: string
  met: (value: number) => boolean
}
const atLeast = (means: string, least: number): Target => ({
  means,
  says: `>= ${least}`,
  met: (value) => value >= least,
})
const atMost = (means: string, most: number): Target => ({ means, says: `<= ${most}`, met: (value) => value <= most })
const exactly = (means: string, wanted: number): Target => ({
  means,
  says: `= ${wanted}`,
  met: (value) => value === wanted,
})

const TARGETS: Record<FigureName, Target> = {
  vsNgraph: atLeast('times faster than ngraph.path', 20),
  vsGraphology: atLeast('times faster than graphology', 20),
  distancesEqual: exactly('all searches agree on every distance', 1),
  lscp: exactly('sites that cover everybody, known answer', 8),
  mclp: exactly('people covered by four sites, known answer', 875_247),
  roadCorrelation: atLeast('correlation with a routing engine', 0.98),
  roadMedianRatio: {
    means: 'median of our time to its time',
    says: '.9-1.15',
    met: (value) => value >= 0.9 && value <= 1.15,
  },
  coverageEditMs: atMost('coverage after an edit, 103 villages, ms', 200),
  assignOptimal: exactly('1,000 cases assigned at the least cost', 1),
  costRise: atMost('cost more with the price of load', 0.05),
  giniFall: atLeast('Gini of the load less by', 0.35),
  singleCaseMs: atMost('one case among 2,000 lawyers, ms', 20),
}

export function table(figures: Figures): string {
  const held = FIGURES.map((name) => {
    const { means, says, met } = TARGETS[name]
    const value = figures[name] ?? null
    const verdict = value === null ? 'not measured' : met(value) ? 'met' : 'NOT met'
    return `${means.padEnd(44)} ${shown(value).padStart(10)}  ${says.padEnd(10)} ${verdict}`
  })
  const others = Object.entries(figures).filter(([name]) => !(FIGURES as readonly string[]).includes(name))
  return [...held, ...others.map(([name, value]) => `${name.padEnd(44)} ${shown(value).padStart(10)}`)].join('\n')
}

const shown = (value: number | null): string =>
  value === null
    ? '-'
    : Number.isInteger(value)
      ? value.toLocaleString('en-US')
      : value.toFixed(Math.abs(value) < 10 ? 3 : 1)
