import { useEffect, useState } from 'react'
import type { Failure } from '../../ui/api/result.ts'
import { api } from '../api/citizen.ts'

/** Asks for a code by SMS and counts down until another may be asked for. */
export function useCodeRequest() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [wait, setWait] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const request = async (phone: string) => {
    if (busy || wait > 0) return
    setBusy(true)
    setFailure(null)
    const result = await api.requestCode({ body: { phone: phone.trim() } })
    setBusy(false)
    if (result.ok) {
      setSentTo(result.value.sentTo)
      setWait(result.value.waitSeconds)
    } else {
      setFailure(result.failure)
      if (result.failure.retryAfterSeconds) setWait(result.failure.retryAfterSeconds)
    }
  }
  return {
    sentTo,
    wait,
    busy,
    failure,
    request,
    reset: () => {
      setSentTo(null)
      setWait(0)
    },
  }
}
