import { strFromU8 } from 'fflate'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { TooMuch, unzipped } from './unzipped.ts'

const MOST_BYTES = 20 * 1024 * 1024

/** The text of a file as lines, headings marked as in Markdown where the format tells them. */
export function plainTextOf(path: string, bytes: Uint8Array): { ok: true; text: string } | { ok: false; why: string } {
  if (bytes.length > MOST_BYTES) return { ok: false, why: '文件超过 20 兆' }
  if (/\.docx$/i.test(path)) return docxText(bytes)
  const text = decoded(bytes)
  if (text === undefined) return { ok: false, why: '不是 UTF-8 或 GB18030 的文字' }
  return { ok: true, text: /\.html?$/i.test(path) ? htmlText(text) : text }
}

/** Old files of offices are written in GB18030. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return undefined
}

function docxText(bytes: Uint8Array): { ok: true; text: string } | { ok: false; why: string } {
  let xml: Uint8Array | undefined
  try {
    xml = unzipped(bytes, { bytes: 4 * MOST_BYTES, files: 5_000 }, (name) => name === 'word/document.xml').get(
      'word/document.xml',
    )
  } catch (error) {
    return { ok: false, why: error instanceof TooMuch ? 'Word 文件展开以后太大' : 'Word 文件打不开' }
  }
  if (!xml) return { ok: false, why: 'Word 文件里没有正文' }
  const paragraphs = strFromU8(xml)
    .split(/<\/w:p>/)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b[^>]*\/>/g)]
        .map(([, text, space]) => (space ? ' ' : unescaped(text ?? '')))
        .join(''),
    )
  return { ok: true, text: withHeadings(paragraphs) }
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

const BLOCKS = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'section', 'article', 'table'])
function htmlText(html: string): string {
  const lines: string[] = ['']
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === 'script' || node.nodeName === 'style' || node.nodeName === 'head') return
    if ('value' in node && node.nodeName === '#text') lines[lines.length - 1] += node.value.replace(/\s+/g, ' ')
    const block = BLOCKS.has(node.nodeName)
    if (block) lines.push('')
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
    if (block) lines.push('')
  }
  walk(parse(html))
  return withHeadings(lines)
}

/** Files of the national database have no marks: chapters stand alone on their line, adoption in brackets under the title. */
function withHeadings(lines: readonly string[]): string {
  let title = false
  return lines
    .map((line) => {
      const text = line.replace(/[\u3000\s]+/g, ' ').trim()
      if (text === '') return ''
      if (!title) {
        title = true
        return `# ${text}`
      }
      const compact = text.replace(/ /g, '')
      if (
        /^第[零〇一二三四五六七八九十百]+[编章节分]/.test(compact) &&
        [...compact].length <= 40 &&
        !/[。；]/.test(text)
      )
        return `## ${text}`
      return /^目录$/.test(compact) ? '' : text
    })
    .join('\n')
}
