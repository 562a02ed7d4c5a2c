import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// The addresses of every page of both faces, as their routers have them. A page that is added is looked at by itself; one whose
// address has a part that nothing here fills in fails until it is told.

/** What is behind the question mark where a page shows nothing without it. */
const ASKED: Readonly<Record<string, string>> = { '/ask': '老板欠工资', '/find': '工资', '/search': '王' }
/** Pages whose parts have addresses of their own; the names are those of the page's PARTS. */
const PARTED: Readonly<Record<string, string>> = {
  '/quality/:section?': 'quality/quality-page.tsx',
  '/assignments/:section?': 'assignments/assignments-page.tsx',
  '/network/:section?': 'network/network-page.tsx',
  '/team/:section?': 'team/team-page.tsx',
  '/library/:section?': 'library/library-page.tsx',
  '/admin/:section?': 'admin/admin-page.tsx',
}
/** Which thing of the sample district stands for the parts of an address. */
const FILLED: Readonly<Record<string, string>> = {
  '/case/:number': '/case/{number}',
  '/me/questions/:id': '/me/questions/{question}',
  '/points/:id/book': '/points/{place}/book',
  '/cases/:id': '/cases/{told}',
  '/law/articles/:id': '/law/articles/{article}',
  '/law/:id': '/law/{law}',
  '/verify/:code': '/verify/{code}',
  '/guides/:topic/:name': '/guides/{guide}',
  '/calculate/:which': '/calculate/overtime',
}
const FILLED_AT_DESK: Readonly<Record<string, string>> = {
  '/queue/:name': '/queue/all',
  '/cases/:id': '/cases/{case}',
  '/questions/:id': '/questions/{question}',
  '/guides/:topic/:name': '/guides/{guide}',
  '/guides/:topic/:name/edit': '/guides/{guide}/edit',
}

const source = (file: string) => readFileSync(join(import.meta.dirname, '../../faces', file), 'utf8')
const routesIn = (file: string) => [...source(file).matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '')
const partsIn = (page: string) =>
  [...(/\bconst PARTS\b[^{]*\{([^}]*)\}/.exec(source(`desk/${page}`))?.[1] ?? '').matchAll(/(\w+):/g)].map(
    ([, name]) => name ?? '',
  )

/** The addresses of a route; none when nothing here says what its parts are. */
function addressesOf(route: string, filled: Readonly<Record<string, string>>): string[] {
  const page = PARTED[route]
  if (page) return partsIn(page).map((part) => route.replace(':section?', part))
  const path = filled[route] ?? route
  return path.includes(':') ? [] : [ASKED[path] ? `${path}?q=${encodeURIComponent(ASKED[path])}` : path]
}

export interface Addresses {
  routes: string[]
  pages: string[] /** routes for which nothing here says what their parts are */
  untold: string[]
}
function addressesIn(router: string, filled: Readonly<Record<string, string>>): Addresses {
  const routes = routesIn(router)
  return {
    routes,
    pages: routes.flatMap((route) => addressesOf(route, filled)),
    untold: routes.filter((route) => addressesOf(route, filled).length === 0),
  }
}
/** Names in braces stand for things of the sample district (`Sample`). */
export const CITIZEN = addressesIn('web/app/App.tsx', FILLED)
export const DESK = addressesIn('desk/app.tsx', FILLED_AT_DESK)

/** The names in braces of these addresses. */
export const namesIn = (pages: readonly string[]): string[] =>
  pages.flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
/** An address as part of a file's name. */
export const pictureOf = (path: string): string => decodeURIComponent(path).replace(/[^\p{L}\p{N}]+/gu, '-')
