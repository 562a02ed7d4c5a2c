import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. Older versions of Node have to come as far as being told that they are too old. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Something the person at the keyboard can put right, said in one line. */
export class SetupProblem extends Error {}

/** Runs a script's work; a SetupProblem ends it with its one line and exit code 1. */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
