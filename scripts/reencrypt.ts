/**
 * `npm run reencrypt`: changes the key that seals personal data, with the service stopped. With SECRET_KEY set, that is the
 * new one and SECRET_KEY_OLD the one up to now; without, a new key is made in DATA_DIR/secret.key. Run it again after a kill.
 */
import { join, resolve } from 'node:path'
import { readSettings } from '../server/config.ts'
import { keysToChange } from '../server/config/next-key.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'
import { changeKey } from '../server/db/keys/change-key.ts'
import { migrate } from '../server/db/migrate.ts'
import { resealFiles } from '../server/files/store/reseal.ts'
import { DamagedFile } from '../server/files/store/format.ts'
import { personalDataCrypto } from '../server/identity/crypto/personal-data.ts'
import { UnsealProblem } from '../server/identity/crypto/sealing.ts'

async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const { dataDir, databaseUrl } = read.settings
  const keys = keysToChange(read.settings)
  if (!keys.ok) throw new StartProblem(keys.problem)
  const change = { from: personalDataCrypto(keys.from), to: personalDataCrypto(keys.to) }
  const began = performance.now()
  const work = async (connection: Parameters<typeof changeKey>[0]) => {
    await migrate(connection)
    const files = () =>
      resealFiles(join(resolve(dataDir), 'blobs'), change.from.keys, change.to.keys, (done, of) =>
        console.log(`files: ${done} of ${of}`),
      )
    return changeKey(connection, change, files, (table, done, of) => console.log(`${table}: ${done} of ${of}`))
  }
  const { rows, files } = await (databaseUrl ? work({ connectionString: databaseUrl }) : visitDatabase(dataDir, work))
  keys.finish()
  console.log(
    `${rows} rows and ${files} files are sealed with the new key now (${((performance.now() - began) / 1000).toFixed(1)} s). ${keys.after}`,
  )
}

await main().catch((error: unknown) => {
  const toTell = error instanceof StartProblem || error instanceof UnsealProblem || error instanceof DamagedFile
  console.error(toTell ? error.message : error)
  process.exitCode = 1
})
