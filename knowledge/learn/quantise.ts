/** Rows of a table in whole numbers of one byte, each with its own step. */
export function quantiseRows(
  table: Float32Array,
  dims: number,
  rows: ArrayLike<number>,
): { bytes: Int8Array; scales: Float32Array } {
  const bytes = new Int8Array(rows.length * dims),
    scales = new Float32Array(rows.length)
  for (let r = 0; r < rows.length; r++) {
    const from = rows[r]! * dims
    let most = 0
    for (let d = 0; d < dims; d++) most = Math.max(most, Math.abs(table[from + d]!))
    const step = most / 127 || 1
    scales[r] = step
    for (let d = 0; d < dims; d++) bytes[r * dims + d] = Math.round(table[from + d]! / step)
  }
  return { bytes, scales }
}
