import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { numberOf } from '../../triage/numerals.ts'

/** Texts of law lie beside the repository and are never part of it. */
export const SHARED = process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../../../shared')
const ARCHIVE = join(SHARED, 'laws/national-2025-04.tar.xz')
const CORPUS = join(SHARED, 'bench/statutes/corpus.jsonl.gz')

export const withoutTexts = (): boolean => !existsSync(ARCHIVE) && !existsSync(CORPUS)

/** Keys `law#number` of every article: of the archive, newest version of each law, and of the corpus for laws that the archive lacks. */
export function knownArticles(): Set<string> {
  const known = existsSync(ARCHIVE) ? fromArchive() : new Set<string>()
  const laws = new Set([...known].map((key) => key.split('#')[0]))
  for (const key of existsSync(CORPUS) ? fromCorpus() : []) {
    if (!laws.has(key.split('#')[0])) known.add(key)
  }
  return known
}

const fromCorpus = (): string[] =>
  gunzipSync(readFileSync(CORPUS)).toString('utf8').split('\n').flatMap((line) => /^\{"id": ?"([^"]+)"/.exec(line)?.[1] ?? [])

function fromArchive(): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-laws-'))
  try {
    execFileSync('tar', ['xJf', ARCHIVE, '-C', folder])
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    const newest = new Map<string, string[]>()
    // Sorted by name, so the latest date of a law comes last; a code split into parts has no date in its names and is put together.
    for (const file of files.sort()) {
      const part = /^(民法典|刑法)\//.exec(file)?.[1]
      const law = part ?? basename(file, '.md').replace(/\(\d{4}-\d{2}-\d{2}\)$/, '')
      if (part === '刑法' && basename(file) !== '刑法.md') continue
      newest.set(law, part === '民法典' ? [...(newest.get(law) ?? []), file] : [file])
    }
    return new Set([...newest].flatMap(([law, texts]) => texts.flatMap((file) => numbersIn(readFileSync(join(folder, file), 'utf8')).map((number) => `${law}#${number}`))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/^[\s　]*第([零〇一二三四五六七八九十百千]+)\s*条(?:之([一二三四五六七八九十]+))?/gmu)].map(([, whole = '', sub]) => `${numberOf(whole) ?? ''}${sub === undefined ? '' : `-${numberOf(sub) ?? ''}`}`)
