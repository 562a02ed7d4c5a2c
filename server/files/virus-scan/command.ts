import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ScanResult, VirusScan } from './scan.ts'

const PATIENCE_MS = 120_000

/**
 * A program that gets a file's path and ends with 0 when the file is clean, 1 when it is not (as clamscan does); anything
 * else counts as not asked. The plain copy exists only while the program runs.
 */
export function scanCommand(command: string, folder: string): VirusScan {
  const [program = '', ...args] = command.split(/\s+/)
  const scan = async (bytes: Buffer): Promise<ScanResult> => {
    const path = join(folder, `scan.${randomBytes(12).toString('hex')}`)
    try {
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' })
      return await new Promise((resolve) => {
        execFile(program, [...args, path], { timeout: PATIENCE_MS }, (error, stdout) => {
          if (!error) resolve({ verdict: 'clean' })
          else if (error.code === 1)
            resolve({
              verdict: 'infected',
              name: stdout.trim().split('\n')[0]?.replaceAll(path, '').slice(0, 200) || 'found',
            })
          else resolve({ verdict: 'unknown', why: error.message.replaceAll(path, 'FILE').slice(0, 300) })
        })
      })
    } finally {
      await rm(path, { force: true })
    }
  }
  return { name: program.split('/').at(-1) ?? program, scan }
}
