import { useQuery } from '@tanstack/react-query'
import { busState } from '@fatong/contract/network/tables.ts'
import { call } from '../api/call.ts'
import { words } from '../words/words.ts'
import type { Wish } from './wish.ts'

export type Travel = NonNullable<Wish['travel']>
const ALL = words.circle.travels
/** Ways of travelling that may be chosen: the bus only where its lines were given, or where a link already asks for it. */
export function useTravels(chosen: Travel | undefined): { value: Travel; label: string }[] {
  const bus = useQuery({ queryKey: ['network', 'bus'], queryFn: () => call(busState) })
  return (Object.keys(ALL) as Travel[])
    .filter((one) => one !== 'bus' || chosen === 'bus' || bus.data?.known === true)
    .map((value) => ({ value, label: ALL[value] ?? value }))
}
