/** What a page needs besides the start of its face, by the path of its route (`pages.json`, written by the build). */
export interface EarlyFiles {
  path: string
  scripts: string[]
  styles: string[]
}

/**
 * The page with links to the scripts and styles of the route that `url` opens: the phone asks for them together with the start of the face
 * instead of after having run it, which is a whole way to the service and back on a slow line.
 */
export function withEarlyFiles(html: string, pages: readonly EarlyFiles[], url: string): string {
  const segments = segmentsOf(url.split(/[?#]/, 1)[0] ?? '')
  const page = pages.find(({ path }) => opens(segmentsOf(path), segments))
  if (page === undefined) return html
  const links = [
    ...page.styles.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`),
    ...page.scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`),
  ]
  return html.replace('</head>', () => `${links.join('')}</head>`)
}

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean)

const opens = (route: readonly string[], segments: readonly string[]): boolean =>
  route.length === segments.length && route.every((part, i) => part.startsWith(':') || part === segments[i])
