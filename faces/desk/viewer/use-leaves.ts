import { useEffect, useState } from 'react'
import { openLeaves, type Leaf } from './leaves.ts'

export type Shown = { state: 'reading' } | { state: 'cannot' } | { state: 'broken' } | { state: 'ready'; leaves: Leaf[] }

/** The pages of a file; what was opened is closed again when another file comes. */
export function useLeaves(blob: Blob | undefined): Shown {
  const [shown, setShown] = useState<Shown>({ state: 'reading' })
  useEffect(() => {
    setShown({ state: 'reading' })
    if (!blob) return
    let gone = false
    let close = () => {}
    openLeaves(blob).then(
      (opened) => {
        close = opened?.close ?? close
        if (gone) close()
        else setShown(opened ? { state: 'ready', leaves: opened.leaves } : { state: 'cannot' })
      },
      () => { if (!gone) setShown({ state: 'broken' }) },
    )
    return () => { gone = true; close() }
  }, [blob])
  return shown
}
