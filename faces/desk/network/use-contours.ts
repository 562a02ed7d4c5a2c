import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { contours } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import type { Wish } from './wish.ts'

export type Contours = ReplyOf<typeof contours>
/** Around nothing, around those where somebody is at the half-hour, or around the chosen place. */
export type Around = 'none' | 'open' | 'place'

/** Lines of equal time. While the week is played or the slider drawn, only where it stops is asked for. */
export function useContours(wish: Wish, around: Around, half: number, chosen: string | null) {
  const [still, setStill] = useState(half)
  useEffect(() => {
    const timer = window.setTimeout(() => setStill(half), 350)
    return () => window.clearTimeout(timer)
  }, [half])
  const place = chosen?.startsWith('p:') ? chosen.slice(2) : undefined
  const asked = around === 'place' ? place !== undefined : around === 'open'
  const query = { ...wish, ...(around === 'place' ? { place } : { half: still }) }
  const found = useQuery({
    queryKey: ['network', 'contours', query],
    queryFn: () => call(contours, { query }),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  return {
    lines: asked ? found.data : undefined,
    busy: asked && found.isFetching,
    error: asked ? found.error : null,
    retry: () => void found.refetch(),
    needsPlace: around === 'place' && place === undefined,
  }
}
