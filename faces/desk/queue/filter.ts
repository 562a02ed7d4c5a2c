import type { CaseLine } from '@fatong/contract/desk/cases.ts'
import { useState } from 'react'
import type { QueueName } from './queues.ts'

export interface Filter {
  place: string | null
  light: CaseLine['light'] | null
}
export const NO_FILTER: Filter = { place: null, light: null }

export const passes = (line: CaseLine, { place, light }: Filter): boolean =>
  (place === null || line.placeName === place) && (light === null || line.light === light)

const nameOf = (queue: QueueName): string => `desk.filter.${queue}`

function remembered(queue: QueueName): Filter {
  try {
    return { ...NO_FILTER, ...(JSON.parse(localStorage.getItem(nameOf(queue)) ?? '{}') as Partial<Filter>) }
  } catch {
    return NO_FILTER
  }
}

/** Each queue keeps its filter on this computer. */
export function useFilter(queue: QueueName): [Filter, (filter: Filter) => void] {
  const [kept, setKept] = useState({ queue, filter: remembered(queue) })
  const filter = kept.queue === queue ? kept.filter : remembered(queue)
  const keep = (next: Filter) => {
    localStorage.setItem(nameOf(queue), JSON.stringify(next))
    setKept({ queue, filter: next })
  }
  return [filter, keep]
}
