/** Costs between demand points (rows) and sites (columns), seconds or metres as the caller says; `Infinity` where there is no way. */
export interface CostMatrix {
  rows: number
  columns: number
  /** Row after row: the cost of demand i and site j stands at `i * columns + j`. */
  cost: Float64Array
}
