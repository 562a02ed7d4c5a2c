/** A mixed integer program, so that no question of siting knows which solver answers it. */

export interface ProgramRow {
  columns: number[]
  /** Absent: all ones. */
  values?: number[]
  lower: number
  upper: number
}
/** Every variable lies between 0 and 1; the first `whole` of them are 0 or 1. */
export interface Program {
  sense: 'minimise' | 'maximise'
  cost: Float64Array
  whole: number
  rows: ProgramRow[]
}
export interface ProgramOptions {
  seconds: number
  /** A solution known already, one value for each variable. */
  start?: Float64Array
  /** The first solution will do. */
  anySolution?: boolean
}
export interface ProgramAnswer {
  status: 'optimal' | 'infeasible' | 'stopped'
  /** Absent when none was found. */
  values?: Float64Array
  /** What is proven, also when the solver was stopped; infinite when it proved nothing. */
  bound: number
}
export type ProgramSolver = (program: Program, options: ProgramOptions) => ProgramAnswer
