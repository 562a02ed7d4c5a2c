/** What happened to the files of an import, file by file: nothing is dropped without a line here. */
export interface Remark {
  file: string
  /** repaired: changed so that it can be used; doubtful: kept as it is, a person should look; skipped: not taken in. */
  what: 'repaired' | 'doubtful' | 'skipped'
  why: string
}

/** Where the lines of a file went; they add up to `total`. Blank lines are not counted. */
export interface LineCount {
  total: number
  title: number
  preamble: number
  heading: number
  article: number
  mark: number
}
