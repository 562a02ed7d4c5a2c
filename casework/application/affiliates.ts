import { normaliseName } from '../assignment/names.ts'
import type { Command } from './commands.ts'
import { happened, refuse, type Decision } from './context.ts'
import type { EventOf } from './events.ts'
import { TERMINAL, type CaseState } from './state.ts'
import type { Opponent } from './types.ts'

/** Of the names given those that are not known of this opponent yet, each once. A person has no 关联公司. */
export function newAffiliates({ name, kind, affiliates = [] }: Opponent, names: readonly string[]): string[] {
  if (kind !== 'organisation') return []
  const known = new Set([name, ...affiliates].map(normaliseName))
  return names
    .map((one) => one.trim())
    .filter((one) => {
      const key = normaliseName(one)
      if (key === '' || known.has(key)) return false
      known.add(key)
      return true
    })
}

/** CF-9: the centre puts down which companies belong together with an opponent, so that the look-up for conflicts finds them. */
export function nameAffiliates(
  state: CaseState,
  { opponent, names }: Extract<Command, { type: 'nameAffiliates' }>,
): Decision {
  if (TERMINAL.includes(state.status)) return refuse('wrongStatus', { status: state.status })
  const organisations = state.form?.opponents.filter(({ kind }) => kind === 'organisation') ?? []
  if (organisations.length === 0) return refuse('noOrganisation')
  const meant = organisations.find(({ name }) => name === opponent)
  const fresh = meant ? newAffiliates(meant, names) : []
  return fresh.length > 0
    ? happened({ type: 'affiliatesNamed', data: { opponent, names: fresh } })
    : refuse('affiliateMissing')
}

/** The case with the companies beside the opponent they belong to. */
export function withAffiliates(state: CaseState, { opponent, names }: EventOf<'affiliatesNamed'>['data']): CaseState {
  if (!state.form) return state
  const opponents = state.form.opponents.map((one) =>
    one.name === opponent && one.kind === 'organisation'
      ? { ...one, affiliates: [...(one.affiliates ?? []), ...names] }
      : one,
  )
  return { ...state, form: { ...state.form, opponents } }
}
