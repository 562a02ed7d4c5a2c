import { instant, localDate } from '@fatong/law/calendar/dates.ts'
import { MOST_TURNS, newConversation, type Message } from '@fatong/knowledge/answer/conversation/state.ts'
import { step } from '@fatong/knowledge/answer/conversation/step.ts'
import { shelfOf } from '@fatong/knowledge/answer/shelf.ts'
import { expect, it } from 'vitest'
import { personalDataCrypto } from '../../identity/crypto/personal-data.ts'
import { askedTurn } from './asked-turn.ts'

it('after the last turn danger is kept without the sources of the turn before', () => {
  const danger: Message = { kind: 'says', text: '我男人拿刀要杀我' }
  const full = {
    ...newConversation(),
    turns: Array.from({ length: MOST_TURNS }, () => ({
      said: '老板不给工资',
      kind: 'answer' as const,
      sources: ['guide:wages/x'],
    })),
  }
  const stepped = step(full, danger, {
    searcher: { search: () => ({ hits: [], confidence: 0 }) },
    ...shelfOf([], []),
    today: localDate('2026-11-24'),
    named: () => [],
  })
  const parts = { crypto: personalDataCrypto(new Uint8Array(32)), clock: { now: () => instant(0) } }
  expect(askedTurn(parts, 'session', danger, stepped)).toMatchObject({
    kind: 'redirect',
    emergencies: ['violence'],
    sources: [],
  })
})
