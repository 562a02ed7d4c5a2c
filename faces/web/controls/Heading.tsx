import { useEffect, useRef, type ReactNode } from 'react'
import { words } from '../words/everywhere.ts'

let firstPage = true

/** The page's title. After a move inside the app it takes the focus, so that a screen reader says where one is. */
export function Heading({ page, children }: { page: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = words.title(page)
    if (!firstPage) {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
    firstPage = false
  }, [page])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
