import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { anchorsOf } from './cited-rules.ts'

const root = resolve(import.meta.dirname, '../..')

/** Links of a Markdown file that lead to no file, or to no anchor of `rule-book.md`. Addresses of the web are left alone. */
function broken(file: string): string[] {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#'),
      target = path === '' ? file : join(dirname(file), path)
    return (
      !existsSync(target) ||
      (anchor !== undefined &&
        target.endsWith('rule-book.md') &&
        !anchorsOf(readFileSync(target, 'utf8')).includes(anchor))
    )
  })
}

it('every link between documents leads somewhere', () => {
  const pages = [
    ...readdirSync(root),
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
  ].filter((name) => name.endsWith('.md'))
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap((page) => broken(join(root, page)).map((link) => `${page}: ${link}`))).toEqual([])
})

it('finds a planted one that does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fatong-links-'))
  try {
    writeFileSync(join(folder, 'rule-book.md'), '<a id="CF-2"></a>CF-2')
    writeFileSync(
      join(folder, 'page.md'),
      '[a](rule-book.md#CF-2) [b](rule-book.md#CF-99) [c](gone.md) [d](https://example.org/gone)',
    )
    expect(broken(join(folder, 'page.md'))).toEqual(['rule-book.md#CF-99', 'gone.md'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
