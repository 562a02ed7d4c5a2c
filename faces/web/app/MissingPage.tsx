import { Link } from 'wouter'
import { Heading } from '../controls/Heading.tsx'
import { words } from '../words/everywhere.ts'

export function MissingPage() {
  return (
    <div className="page stack">
      <Heading page={words.notFound.title}>{words.notFound.title}</Heading>
      <p>{words.notFound.text}</p>
      <Link className="button" href="/">
        {words.home}
      </Link>
    </div>
  )
}
