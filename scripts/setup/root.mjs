import { resolve } from 'node:path'

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '../..')

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
