import { useEffect, useRef } from 'react'
import { words } from '../words/everywhere.ts'

/** All problems of a screen at its top, each a link to its field; takes the focus whenever `round` changes. */
export function ErrorSummary({ problems, round }: { problems: Readonly<Record<string, string>>; round: number }) {
  const box = useRef<HTMLDivElement>(null)
  const some = Object.keys(problems).length > 0
  useEffect(() => {
    if (some && round > 0) box.current?.focus()
  }, [round, some])
  if (!some) return null
  const go = (id: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault()
    document.getElementById(id)?.focus()
  }
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.summaryTitle}</h2>
      <ul>
        {Object.entries(problems).map(([id, says]) => (
          <li key={id}>
            <a href={`#${id}`} onClick={go(id)}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
