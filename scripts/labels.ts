/**
 * `npm run labels -- export FILE [--lawyers-only]`: writes the questions whose articles a lawyer picked, or whose asker opened
 * an article, as lines of JSON in the format of the training files (`id`, `question`, `gold`). Only what people agreed to,
 * without personal data. Works while the service runs and while it does not.
 */
import { writeFileSync } from 'node:fs'
import { labelLines } from '../server/actions/consultation/labels.ts'
import { consultationQualityStore } from '../server/db/stores/consultation-quality.ts'
import { readInstallation, stopped } from './installation.ts'

async function main([command, file, ...options]: string[]): Promise<number> {
  if (command !== 'export' || file === undefined || options.some((option) => option !== '--lawyers-only')) {
    console.error('npm run labels -- export FILE [--lawyers-only]')
    return 2
  }
  const origins = options.includes('--lawyers-only') ? ['lawyer'] : ['lawyer', 'click']
  return readInstallation(async (database) => {
    const lines = labelLines(await consultationQualityStore(database).pairs(), origins)
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    console.log(`${lines.length} questions, ${lines.reduce((sum, { gold }) => sum + gold.length, 0)} articles: ${file}`)
    return 0
  })
}

process.exitCode = await main(process.argv.slice(2)).catch(stopped)
