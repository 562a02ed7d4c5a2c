import { ApplyForm } from './ApplyForm.tsx'
import { useSearchParams } from 'wouter'

/** A citizen's application; with `?assist=1` the same form for staff who help, signed in at the desk. */
export default function ApplyPage() {
  const [search] = useSearchParams()
  const assist = search.get('assist') === '1'
  return <ApplyForm key={assist ? 'assist' : 'own'} assist={assist} fromEntitled={search.get('from') === 'entitled'} />
}
