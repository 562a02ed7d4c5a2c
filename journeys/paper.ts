import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Share of dark points on the first page of a PDF, 0 to 1, rendered by pdftoppm (poppler); undefined where that
 * program is not installed.
 */
export function inkOf(pdf: Buffer): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-paper-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    const run = spawnSync('pdftoppm', ['-r', '60', '-gray', '-singlefile', 'paper.pdf', 'page'], { cwd: folder, encoding: 'utf8' })
    if (run.error) return undefined
    if (run.status !== 0) throw new Error(`pdftoppm: ${run.stderr}`)
    const picture = readFileSync(join(folder, 'page.pgm'))
    // PGM: "P5", width, height, 255, each ended by white space, then one byte a point
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'))
    if (!head) throw new Error('not a grey picture')
    const points = picture.subarray(head[0].length)
    return points.filter((grey) => grey < 128).length / points.length
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
