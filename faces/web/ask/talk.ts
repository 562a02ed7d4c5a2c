import { useCallback, useRef, useState } from 'react'
import type { Message, Reply, Session } from '@fatong/contract/consultation/shapes.ts'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'

export interface Turn {
  said: string /** what the reply answers: behind a button the question before it */
  question?: string
  reply?: Reply
  turn?: string | null
  rephrasable?: boolean
  failure?: Failure /** what failed, to be sent again as it was */
  message?: Message
}
const KEY = 'fatong.talk'
export const MOST = 2000

interface Kept {
  session: Session
  turns: Turn[]
}
/** Where the browser keeps nothing, the talk lasts as long as the page. */
let remembered: Kept | undefined
function kept(): Kept | undefined {
  try {
    const value = (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null) ?? remembered
    return value && value.session.expiresAt > Date.now() ? value : undefined
  } catch {
    return remembered
  }
}

/** Keeps a talk for this tab, or forgets it. */
export function keepTalk(talk: Kept | undefined): void {
  remembered = talk
  try {
    if (talk) sessionStorage.setItem(KEY, JSON.stringify(talk))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Private browsing: `remembered` has it.
  }
}
export const hasTalk = (): boolean => kept() !== undefined
/** The consultation that goes on in this tab, if any. */
export const openTalk = (): Session | undefined => kept()?.session
/** What was asked last in it, not the last button. */
export function openQuestion(): string | undefined {
  const last = kept()?.turns.at(-1)
  return last && questionOf(last)
}
export const questionOf = ({ question, said }: Turn): string => question ?? said

/** One consultation: what was said and answered, kept for this tab, so that a reload loses nothing. */
export function useTalk() {
  const [turns, setTurns] = useState<Turn[]>(() => kept()?.turns ?? [])
  const [waiting, setWaiting] = useState(false)
  const session = useRef(kept()?.session)
  const busy = useRef(false)
  /** May what is asked help the search to learn? Asked once, before the first question. */
  const [learns, setLearns] = useState(false)

  const say = useCallback(
    async (said: string, message: Message): Promise<boolean> => {
      if (busy.current) return false
      busy.current = true
      setWaiting(true)
      setTurns((before) => [...before.filter((one) => one.failure === undefined), { said }])
      const held = session.current
      const result = held
        ? await api.goOn({ params: { id: held.id }, headers: { 'X-Draft-Secret': held.secret }, body: { message } })
        : await api.ask({ body: { message, channel: 'web', learns } })
      busy.current = false
      setWaiting(false)
      const done: Turn = result.ok
        ? {
            said,
            question: result.value.question,
            reply: result.value.reply,
            turn: result.value.turn,
            rephrasable: result.value.rephrasable,
          }
        : { said, message, failure: result.failure }
      if (result.ok && 'session' in result.value) session.current = result.value.session as Session
      // A consultation that has ended or is gone is not gone on with.
      if (result.ok ? result.value.reply.ended : result.failure.status === 404) session.current = undefined
      setTurns((before) => {
        const after = [...before.slice(0, -1), done]
        keepTalk(
          session.current && {
            session: session.current,
            turns: after.filter((one) => one.failure === undefined).slice(-12),
          },
        )
        return after
      })
      return result.ok
    },
    [learns],
  )
  const restart = useCallback(() => {
    session.current = undefined
    setTurns([])
    keepTalk(undefined)
  }, [])
  return { turns, waiting, say, restart, session, learns, setLearns }
}
