import { useCallback, useState } from 'react'

/**
 * What is being written on the page of a case, by case and field, as long as this tab is open: an evening's objection must
 * outlive a session that ran out, a reload, and a look at another page. It is forgotten when it is sent, and on signing out.
 */
const PREFIX = 'fatong.typed '
const keyOf = (number: string, field: string) => `${PREFIX}${number} ${field}`

export function readTyped(number: string, field: string): string {
  try {
    return sessionStorage.getItem(keyOf(number, field)) ?? ''
  } catch {
    return ''
  }
}
export function keepTyped(number: string, field: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(number, field))
    else sessionStorage.setItem(keyOf(number, field), text)
  } catch {
    // it stays readable until this page is left
  }
}
const keysBeginningWith = (beginning: string): string[] => {
  try {
    return Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i) ?? '').filter((key) =>
      key.startsWith(beginning),
    )
  } catch {
    return []
  }
}
/** True while something of this case is written and not sent. */
export const hasTyped = (number: string): boolean => keysBeginningWith(keyOf(number, '')).length > 0
/** Nothing stays for whoever takes the phone next. */
export function forgetTyped(): void {
  for (const key of keysBeginningWith(PREFIX)) sessionStorage.removeItem(key)
}

/** A text of a case's page that is kept while it is written. */
export function useTyped(number: string, field: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readTyped(number, field))
  const change = useCallback(
    (to: string) => {
      setText(to)
      keepTyped(number, field, to)
    },
    [number, field],
  )
  return [text, change]
}
