/** HiGHS, compiled to WebAssembly, as the solver of mixed integer programs. */
import loadHighs from 'highs'
import type { Program, ProgramAnswer, ProgramOptions, ProgramSolver } from './program.ts'

type Highs = Awaited<ReturnType<typeof loadHighs>>

/** Loads the solver once; answering blocks the thread until done or out of time, so it belongs in a worker. */
export async function highsSolver(): Promise<ProgramSolver> {
  const highs = await loadHighs()
  return (program, options) => solve(highs, program, options)
}

function solve(highs: Highs, program: Program, { seconds, start, anySolution = false }: ProgramOptions): ProgramAnswer {
  const { variableType, objectiveSense, modelStatus } = highs.constants
  const columns = program.cost.length
  const unbounded = (value: number) => (Number.isFinite(value) ? value : value < 0 ? -highs.infinity : highs.infinity)
  const model = highs.createModel({
    numCols: columns,
    numRows: program.rows.length,
    sense: program.sense === 'minimise' ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: program.cost,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(program.rows, (row) => unbounded(row.lower)),
    rowUpper: Float64Array.from(program.rows, (row) => unbounded(row.upper)),
    matrix: matrixOf(program),
    integrality: Array.from({ length: columns }, (_, at) =>
      at < program.whole ? variableType.integer : variableType.continuous,
    ),
  })
  try {
    model.options.set({ output_flag: false, time_limit: Math.max(seconds, 0.01), mip_rel_gap: 0, mip_abs_gap: 1e-7 })
    if (anySolution) model.options.set({ mip_max_improving_sols: 1 })
    if (start) model.setSolution({ colValue: start })
    model.run()
    const status = model.getModelStatus()
    if (status === modelStatus.infeasible)
      return { status: 'infeasible', bound: program.sense === 'minimise' ? Infinity : -Infinity }
    const bound = Number(model.info.get('mip_dual_bound'))
    const found = Number(model.info.get('primal_solution_status')) === 2
    const values = found ? Float64Array.from(model.getSolution().colValue) : undefined
    return { status: status === modelStatus.optimal ? 'optimal' : 'stopped', values, bound }
  } finally {
    model.dispose()
  }
}

function matrixOf({ cost, rows }: Program) {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.columns.length))
  const indices = new Int32Array(starts[rows.length]!)
  const values = new Float64Array(indices.length).fill(1)
  rows.forEach((row, at) => {
    indices.set(row.columns, starts[at])
    if (row.values) values.set(row.values, starts[at])
  })
  return { format: 'csr' as const, numRows: rows.length, numCols: cost.length, starts, indices, values }
}
