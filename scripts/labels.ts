/**
 * `npm run labels -- export FILE [--lawyers-only]`: writes the questions whose articles a lawyer picked, or whose asker opened
 * an article, as lines of JSON in the format of the training files (`id`, `question`, `gold`). Only what people agreed to,
 * without personal data. Works while the service runs and while it does not.
 */
import { writeFileSync } from 'node:fs'
import { labelLines } from '../server/actions/consultation/labels.ts'
import { readSettings } from '../server/config.ts'
import { openDatabase } from '../server/db/database.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'
import { consultationQualityStore } from '../server/db/stores/consultation-quality.ts'

async function main([command, file, ...options]: string[]): Promise<number> {
  const read = readSettings(process.env)
  if (command !== 'export' || file === undefined || options.some((option) => option !== '--lawyers-only')) {
    console.error('npm run labels -- export FILE [--lawyers-only]')
    return 2
  }
  if (!read.ok) {
    console.error(read.problem)
    return 2
  }
  const origins = options.includes('--lawyers-only') ? ['lawyer'] : ['lawyer', 'click']
  const write = async (connection: Parameters<typeof openDatabase>[0]): Promise<number> => {
    const database = openDatabase(connection, { max: 2 })
    try {
      const lines = labelLines(await consultationQualityStore(database).pairs(), origins)
      writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      console.log(`${lines.length} questions, ${lines.reduce((sum, { gold }) => sum + gold.length, 0)} articles: ${file}`)
      return 0
    } finally {
      await database.close()
    }
  }
  const { databaseUrl, dataDir } = read.settings
  return databaseUrl ? write({ connectionString: databaseUrl }) : visitDatabase(dataDir, write)
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.message : error)
  return 2
})
