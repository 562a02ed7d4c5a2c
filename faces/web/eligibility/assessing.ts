import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'
import type { Assessment, Facts } from './types.ts'

export interface Assessing {
  assessment: Assessment | null
  failure: Failure | null
  busy: boolean
  again: () => void
}

/** Asks the rules on the server again whenever the facts change; only the answer to the latest facts counts. */
export function useAssessment(facts: Facts): Assessing {
  const key = JSON.stringify(facts)
  const [found, setFound] = useState<{ key: string; assessment: Assessment } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const latest = useRef(key)
  const ask = useCallback(async () => {
    latest.current = key
    setFailure(null)
    const result = await api.assess({ body: { facts: JSON.parse(key) as Facts } })
    if (latest.current !== key) return
    if (result.ok) setFound({ key, assessment: result.value.assessment })
    else setFailure(result.failure)
  }, [key])
  useEffect(() => {
    void ask()
  }, [ask])
  useEffect(() => {
    const retry = () => {
      if (failure) void ask()
    }
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [failure, ask])
  const current = found?.key === key ? found.assessment : null
  return { assessment: current, failure, busy: current === null && failure === null, again: () => void ask() }
}
