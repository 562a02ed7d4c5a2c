import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import type { PlaceKind, Role } from '@fatong/casework/vocabulary.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { holdsRole, type CitizenCaller, type RoleAtPlace, type StaffCaller } from '../caller.ts'
import type { Directory } from '../places/directory.ts'

/** Who puts applications down for others (帮办代办). */
const HELPERS = ['clerk', 'stationStaff', 'legalLiaison', 'director'] as const satisfies readonly Role[]
const FILING: readonly PlaceKind[] = ['center', 'station', 'office', 'procuratorate', 'detentionCenter', 'prison']
const CUSTODY: readonly PlaceKind[] = ['procuratorate', 'detentionCenter', 'prison']
/** Where people are held, or the body that holds them. */
const isCustody = (place: StoredPlace | undefined): boolean => place !== undefined && CUSTODY.includes(place.kind)

export const isHelper = (caller: StaffCaller): boolean => holdsRole(caller, ...HELPERS)
/** The role somebody helps by; they may hold others elsewhere. */
export const helpingRole = ({ roles }: StaffCaller): RoleAtPlace | undefined =>
  roles.find(({ role }) => HELPERS.some((one) => one === role)) ?? roles[0]

/** The chosen point, else where the helper works, else the centre. A helper puts the case down where their own role reaches. */
export function filingPlace(
  places: Directory,
  chosenId: string | undefined,
  caller: CitizenCaller | StaffCaller,
): StoredPlace {
  const reaches = (id: string): boolean =>
    caller.kind === 'citizen' || caller.roles.some((held) => places.upwards(id).includes(held.placeId))
  const own = caller.kind === 'staff' ? helpingRole(caller)?.placeId : undefined
  const placeId = chosenId !== undefined && reaches(chosenId) ? chosenId : own
  const place = placeId === undefined ? undefined : places.byId.get(placeId)
  return place && FILING.includes(place.kind) ? place : places.center
}

/** What somebody who helps is told before they begin: where their applications go, and whether people are held there. */
export function assisting(
  places: Directory,
  caller: StaffCaller,
): { officeName: string; custodyPlace: boolean } | undefined {
  if (!isHelper(caller)) return undefined
  const custodyPlace = caller.roles.some(({ placeId }) => isCustody(places.byId.get(placeId)))
  return { officeName: filingPlace(places, undefined, caller).name, custodyPlace }
}

/** Where the applicant is held, when the application was put down there. Whoever else passed it on is not the place to write to. */
export function handedOnFrom(
  places: Directory,
  form: Pick<ApplicationForm, 'handOn' | 'helper'> | undefined,
): string | undefined {
  if (form?.handOn?.through !== 'custody' || !form.helper) return undefined
  const place = places.byId.get(form.helper.placeId)
  return isCustody(place) ? place?.name : undefined
}
