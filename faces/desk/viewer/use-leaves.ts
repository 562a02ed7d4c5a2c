import { useEffect, useState } from 'react'
import { openLeaves, type Leaf } from './leaves.ts'

export type Shown =
  | { state: 'reading' }
  | { state: 'cannot' }
  | { state: 'broken' }
  | { state: 'ready'; leaves: Leaf[] }
const READING: Shown = { state: 'reading' }

/** The pages of a file; what was opened is closed again when another file comes, so pages of the file before are never handed out. */
export function useLeaves(blob: Blob | undefined): Shown {
  const [kept, setKept] = useState<{ of: Blob | undefined; shown: Shown }>({ of: undefined, shown: READING })
  useEffect(() => {
    if (!blob) return
    let gone = false
    let close = () => {}
    openLeaves(blob).then(
      (opened) => {
        close = opened?.close ?? close
        if (gone) close()
        else setKept({ of: blob, shown: opened ? { state: 'ready', leaves: opened.leaves } : { state: 'cannot' } })
      },
      () => {
        if (!gone) setKept({ of: blob, shown: { state: 'broken' } })
      },
    )
    return () => {
      gone = true
      setKept({ of: undefined, shown: READING })
      close()
    }
  }, [blob])
  return kept.of === blob ? kept.shown : READING
}
