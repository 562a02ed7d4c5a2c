import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a program of poppler on a PDF in a folder of its own; undefined where it is not installed. */
function withPaper<T>(
  pdf: Buffer,
  program: string,
  args: readonly string[],
  read: (folder: string, said: string) => T,
): T | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-paper-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    const run = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
    if (run.error) return undefined
    if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`)
    return read(folder, run.stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The words of a PDF without spaces, as somebody reads them; undefined without poppler. */
export const wordsOf = (pdf: Buffer): string | undefined =>
  withPaper(pdf, 'pdftotext', ['-raw', 'paper.pdf', '-'], (_folder, said) => said.replace(/\s/g, ''))

/** Share of dark points on the first page of a PDF, 0 to 1; undefined without poppler. */
export function inkOf(pdf: Buffer): number | undefined {
  return withPaper(pdf, 'pdftoppm', ['-r', '60', '-gray', '-singlefile', 'paper.pdf', 'page'], (folder) => {
    const picture = readFileSync(join(folder, 'page.pgm'))
    // PGM: "P5", width, height, 255, each ended by white space, then one byte a point
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'))
    if (!head) throw new Error('not a grey picture')
    const points = picture.subarray(head[0].length)
    return points.filter((grey) => grey < 128).length / points.length
  })
}
