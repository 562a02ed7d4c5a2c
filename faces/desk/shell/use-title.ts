import { useEffect } from 'react'
import { words } from '../words/words.ts'

/** The name of the page in the browser's tab, which is also what a screen reader says first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - ${words.session.product}`
  }, [title])
}
