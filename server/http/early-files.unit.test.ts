import { expect, it } from 'vitest'
import { withEarlyFiles } from './early-files.ts'

const PAGES = [
  { path: '/guides', scripts: ['/assets/guides.js'], styles: [] },
  { path: '/me/questions', scripts: ['/assets/questions.js'], styles: [] },
  { path: '/guides/:topic/:name', scripts: ['/assets/guide.js', '/assets/talk.js'], styles: ['/assets/guide.css'] },
]
const HTML = '<html><head><title>法通</title></head><body>$&</body></html>'
const linked = (url: string) =>
  [...withEarlyFiles(HTML, PAGES, url).matchAll(/<link rel="(\w+)" crossorigin href="([^"]+)">/g)].map(
    ([, rel, href]) => `${rel} ${href}`,
  )

it('names the files of the route that is opened', () => {
  expect(linked('/guides')).toEqual(['modulepreload /assets/guides.js'])
  expect(linked('/guides/wages/late?from=home#steps')).toEqual([
    'stylesheet /assets/guide.css',
    'modulepreload /assets/guide.js',
    'modulepreload /assets/talk.js',
  ])
  expect(linked('/me/questions/')).toEqual(['modulepreload /assets/questions.js'])
})

it('leaves the page as it is where no route is known', () => {
  for (const url of ['/', '/guides/wages', '/nowhere', '/guides/a/b/c', ''])
    expect(withEarlyFiles(HTML, PAGES, url)).toBe(HTML)
  expect(withEarlyFiles(HTML, [], '/guides')).toBe(HTML)
})
