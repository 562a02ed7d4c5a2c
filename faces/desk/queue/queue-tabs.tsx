import { Link } from 'wouter'
import { words } from '../words/words.ts'
import css from './queue-page.module.css'
import { QUEUES, type QueueName } from './queues.ts'

/** The queues a person looks at, with how many cases wait in each. */
export function QueueTabs({
  names,
  current,
  counts,
}: {
  names: QueueName[]
  current: QueueName
  counts: Partial<Record<QueueName, number>> | undefined
}) {
  return (
    <nav aria-label={words.queue.tabs} className={css.tabs}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Link href={`/queue/${name}`} aria-current={name === current ? 'page' : undefined} className={css.tab}>
              {QUEUES[name]}
              {counts?.[name] !== undefined && <span className={css.count}>{counts[name]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
