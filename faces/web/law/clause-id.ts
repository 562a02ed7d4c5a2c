/** `k2` for the second 款, `k2x3` for its third 项: the address of a clause behind that of its article. */
export const clauseId = (paragraph: number, item?: number): string =>
  `k${paragraph}${item === undefined ? '' : `x${item}`}`
