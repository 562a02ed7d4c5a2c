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

/** Text of every article by `law#number`: of the archive, newest version of each law, and of the corpus for laws that the archive lacks. */
export function knownArticles(): Map<string, string> {
  const known = existsSync(ARCHIVE) ? fromArchive() : new Map<string, string>()
  const laws = new Set([...known.keys()].map(lawOf))
  for (const { id, text } of existsSync(CORPUS) ? fromCorpus() : []) {
    if (!laws.has(lawOf(id))) known.set(id, text)
  }
  return known
}

const lawOf = (key: string): string => key.split('#')[0] ?? ''

const fromCorpus = (): { id: string; text: string }[] =>
  gunzipSync(readFileSync(CORPUS))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string })

function fromArchive(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-laws-'))
  try {
    execFileSync('tar', ['xJf', ARCHIVE, '-C', folder])
    const newest = new Map<string, string[]>()
    // Sorted by name, so the latest date of a law comes last; the civil code lies in parts without a date and is put together.
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .sort()) {
      const code = /^(民法典|刑法)\//.exec(file)?.[1]
      if (code === '刑法' && basename(file) !== '刑法.md') continue
      const law = code ?? basename(file, '.md').replace(/\(\d{4}-\d{2}-\d{2}\)$/, '')
      newest.set(law, code === '民法典' ? [...(newest.get(law) ?? []), file] : [file])
    }
    return new Map(
      [...newest].flatMap(([law, files]) =>
        files.flatMap((file) => articlesIn(law, readFileSync(join(folder, file), 'utf8'))),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const LABEL = /^[\s　]*第([零〇一二三四五六七八九十百千]+)\s*条(?:之([一二三四五六七八九十]+))?/gmu

function articlesIn(law: string, text: string): [string, string][] {
  const labels = [...text.matchAll(LABEL)]
  return labels.map(({ index, 0: label, 1: whole = '', 2: sub }, at) => [
    `${law}#${numberOf(whole) ?? ''}${sub === undefined ? '' : `-${numberOf(sub) ?? ''}`}`,
    text.slice(index + label.length, labels[at + 1]?.index ?? text.length),
  ])
}
