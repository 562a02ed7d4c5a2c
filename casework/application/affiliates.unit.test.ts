import { expect, it } from 'vitest'
import { newAffiliates } from './affiliates.ts'
import { availableCommands } from './available.ts'
import type { Command } from './commands.ts'
import * as p from './testing/people.ts'

const COMPANY = p.form.opponents[0]?.name ?? ''
const named = (...names: string[]): Command => ({ type: 'nameAffiliates', opponent: COMPANY, names })
const against = (opponents: typeof p.form.opponents) =>
  new p.Walk().do(p.applicant, { ...p.submit, form: { ...p.form, opponents } } as Command)
const button = (walk: p.Walk, actor = p.clerk) =>
  walk.state &&
  availableCommands(walk.state, p.contextOf(actor, walk.now)).find(({ command }) => command === 'nameAffiliates')

it('keeps each company once, however it is spelt, and never the opponent itself', () => {
  const opponent = { name: '某劳务有限公司', kind: 'organisation' as const, affiliates: ['某集团'] }
  expect(newAffiliates(opponent, [' 某 集团', '某建设公司', '某建设公司 ', '', '某劳务有限公司'])).toEqual([
    '某建设公司',
  ])
  expect(newAffiliates({ name: '王老板', kind: 'person' }, ['某建设公司'])).toEqual([])
})

it('the centre adds companies beside the opponent they belong to, as long as the case is open', () => {
  const walk = p.accepted().do(p.clerk, named('某集团')).do(p.assigner, named('某集团', '某建设公司'))
  expect(walk.state?.form?.opponents).toEqual([
    { name: COMPANY, kind: 'organisation', affiliates: ['某集团', '某建设公司'] },
  ])
  expect(walk.events.at(-1)).toMatchObject({
    type: 'affiliatesNamed',
    data: { opponent: COMPANY, names: ['某建设公司'] },
  })
  expect(walk.state?.status).toBe('accepted')
  expect(walk.try(p.clerk, named('某集团'))).toMatchObject({ refusal: 'affiliateMissing' })
  expect(walk.try(p.clerk, { type: 'nameAffiliates', opponent: '别的公司', names: ['某某'] })).toMatchObject({
    refusal: 'affiliateMissing',
  })
  for (const who of [p.applicant, p.fileReviewer, p.bureau])
    expect(walk.try(who, named('又一家')), who.name).toMatchObject({ refusal: 'notAllowed' })
  walk.do(p.clerk, { type: 'withdrawApplication', reason: '本人要求' })
  expect(walk.try(p.clerk, named('又一家'))).toMatchObject({ refusal: 'wrongStatus' })
})

it('is offered only where an organisation stands on the other side', () => {
  expect(button(p.accepted())).toMatchObject({ allowed: true })
  const person = against([{ name: '王老板', kind: 'person' }])
  expect(button(person)).toMatchObject({ allowed: false, refusal: 'noOrganisation' })
  expect(button(p.notified())).toMatchObject({ allowed: false, refusal: 'noOrganisation' })
  expect(person.try(p.clerk, { type: 'nameAffiliates', opponent: '王老板', names: ['某集团'] })).toMatchObject({
    refusal: 'noOrganisation',
  })
})
