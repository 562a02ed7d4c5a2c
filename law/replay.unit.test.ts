import { describe, expect, it } from 'vitest'
import { localDate } from './calendar/dates.ts'
import { KNOWN_CALENDAR } from './calendar/tables/known.ts'
import type { PartialFacts } from './legal-aid/facts.ts'
import { GANSU_PARAMETERS } from './parameters/gansu.ts'
import { supersede } from './parameters/parameters.ts'
import type { ParameterSet } from './parameters/parameters.ts'
import { answeredOtherwise, changedVerdicts, replay } from './replay.ts'

const divorce: PartialFacts = {
  matter: 'familyMatters',
  applicantRole: 'self',
  assistance: 'none',
  fixedIncome: true,
  serviceIdentity: 'none',
  residence: 'urban',
  opponentInHousehold: true,
  ownMonthlyIncome: 1900,
  caseBody: 'courtHere',
}
const wages: PartialFacts = {
  matter: 'laborRemuneration',
  laborClaim: 'pay',
  applicantRole: 'self',
  isMigrantWorker: true,
  caseBody: 'none',
  workPlace: 'here',
}
const stored = [
  { id: 'old-divorce', facts: divorce, appliedOn: localDate('2026-06-30') },
  { id: 'new-divorce', facts: divorce, appliedOn: localDate('2026-07-01') },
  { id: 'wages', facts: wages, appliedOn: localDate('2026-07-01') },
]
const rules = (parameters: ParameterSet) => ({ parameters, calendar: KNOWN_CALENDAR })
const raised = supersede(GANSU_PARAMETERS, {
  key: 'dibao.urban',
  value: 1000,
  from: localDate('2026-07-01'),
  source: '民政公告',
  level: '网',
})

describe('replay', () => {
  it('finds nothing when nothing changed', () => {
    expect(replay(stored, rules(GANSU_PARAMETERS), rules(GANSU_PARAMETERS))).toEqual([])
  })

  it('finds only applications of the new figure’s own time, with reasons before and after', () => {
    const changes = changedVerdicts(replay(stored, rules(GANSU_PARAMETERS), rules(raised)))
    expect(
      changes.map((change) => [change.applicationId, change.part, change.before.verdict, change.after.verdict]),
    ).toEqual([
      ['new-divorce', 'overall', 'doesNotHold', 'holds'],
      ['new-divorce', 'means', 'doesNotHold', 'holds'],
    ])
    expect(changes[0]?.before.reasons.map((reason) => reason.says).join()).toContain('超过了困难标准')
    expect(changes[0]?.after.reasons.map((reason) => reason.says).join()).toContain('没有超过困难标准')
  })
})

describe('applications answered by the rules of an earlier version', () => {
  it('are named when this version answers otherwise, with its reasons, and not when it agrees', () => {
    const [, divorced, owed] = stored
    const answers = answeredOtherwise(
      [
        { ...divorced!, answered: 'holds' },
        { ...owed!, answered: 'holds' },
      ],
      rules(GANSU_PARAMETERS),
    )
    expect(answers.map(({ applicationId, before, after }) => [applicationId, before, after.verdict])).toEqual([
      ['new-divorce', 'holds', 'doesNotHold'],
    ])
    expect(answers[0]?.after.reasons.map(({ says }) => says).join()).toContain('超过了困难标准')
  })
})
