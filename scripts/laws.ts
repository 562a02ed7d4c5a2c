/**
 * Brings laws into the library of this installation: `npm run laws -- import FOLDER|ARCHIVE|GIT-URL`. Reads the Markdown collection and
 * Word, HTML and text files of the national database; says what was read, repaired and left out.
 * `npm run laws -- export-corpus FILE.jsonl.gz` writes the articles that hold today as `npm run train` reads them.
 */
import { writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { loadGuides } from '@fatong/knowledge/guides/load.ts'
import { corpusLines } from '@fatong/knowledge/learn/corpus.ts'
import { instant, localDateOf } from '@fatong/law/calendar/dates.ts'
import { guideShelf } from '../server/actions/guides/shelf.ts'
import { importLaws } from '../server/actions/library/import-laws.ts'
import { SYSTEM } from '../server/db/access.ts'
import { guideStore } from '../server/db/stores/guides.ts'
import { libraryStore } from '../server/db/stores/library.ts'
import { sourcesOf } from '../server/library/held.ts'
import { withInstallation } from './installation.ts'
import { lawFilesOf } from './law-files.ts'

const [command, source] = process.argv.slice(2)
if ((command !== 'import' && command !== 'export-corpus') || source === undefined) {
  console.error('npm run laws -- import FOLDER|ARCHIVE|GIT-URL\nnpm run laws -- export-corpus FILE.jsonl.gz')
  process.exit(2)
}

function bar(done: number, total: number): void {
  const width = 40,
    filled = Math.round((width * done) / Math.max(1, total))
  process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done} / ${total}`)
}

async function importFrom(from: string): Promise<void> {
  const files = await lawFilesOf(from)
  await withInstallation(async (connections) => {
    const clock = { now: () => instant(Date.now()) }
    const guides = guideShelf(loadGuides(), guideStore(connections), clock)
    const report = await importLaws(
      libraryStore(connections),
      clock,
      { source: from, by: userInfo().username, access: SYSTEM, audit: [], guides: () => guides.all() },
      files,
      bar,
    )
    process.stderr.write('\n')
    console.log(`${report.files} files, ${report.laws} texts, ${report.articles} articles, ${report.cases} cases`)
    console.log(
      `texts: ${report.texts.new} new, ${report.texts.changed} changed, ${report.texts.dates} with other days or of another kind, ${report.texts.unchanged} as before`,
    )
    if (report.caseChanges && report.cases > 0)
      console.log(
        `cases: ${Object.entries(report.caseChanges)
          .map(([what, count]) => `${count} ${what}`)
          .join(', ')}`,
      )
    for (const { name, versionDate, added, changed, removed } of report.changes.slice(0, 50))
      console.log(
        `  ${name} ${versionDate ?? ''}: ${added.length} articles added, ${changed.length} changed, ${removed.length} gone`,
      )
    const counts = new Map<string, number>()
    for (const { what } of report.remarks) counts.set(what, (counts.get(what) ?? 0) + 1)
    console.log(
      `remarks: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')} (all of them at the desk, 法律库)`,
    )
    for (const { file, what, why } of report.remarks.filter(({ what }) => what !== 'repaired').slice(0, 60))
      console.log(`  ${what}: ${file}: ${why}`)
  })
}

const exportTo = (file: string): Promise<void> =>
  withInstallation(async (connections) => {
    const held = await sourcesOf(libraryStore(connections), localDateOf(instant(Date.now())))
    const lines = corpusLines(
      held.filter(({ kind, status }) => kind === 'article' && (status === 'inForce' || status === 'unknown')),
    )
    writeFileSync(file, gzipSync(lines.map((line) => `${line}\n`).join('')))
    console.log(`${lines.length} articles: ${file}`)
  })

try {
  await (command === 'import' ? importFrom : exportTo)(source)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
