/**
 * Prints every rule with its sources and examples as one HTML page for a lawyer's review:
 * `npm run law-book` writes to standard output, `npm run law-book -- FILE` to a file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { instant, localDateOf } from '@fatong/law/calendar/dates.ts'
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import { printLawBook } from '@fatong/law/law-book.ts'
import type { PrintedExample } from '@fatong/law/law-book.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

const page = printLawBook(
  (folder, ruleId) => parse(read(`../law/${folder}/${ruleId}/cases.yaml`)) as PrintedExample[],
  formatFullDate(localDateOf(instant(Date.now()))),
  read('./law-book.css'),
)

const file = process.argv[2]
if (file === undefined) process.stdout.write(page)
else {
  writeFileSync(file, page)
  process.stderr.write(`已写入 ${file}\n`)
}
