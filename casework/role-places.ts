/** Where a role can be held, as far as the law says. */
import { type PlaceKind, type Role } from './vocabulary.ts'

/**
 * Stations take in and look over; opinion, decision and assignment are the agency's, which is the centre or the bureau that runs it
 * (法律援助法 12、43; rule book 8.1: 工作站不能签决定书).
 */
const DECIDES: readonly Role[] = ['reviewer', 'approver', 'assigner', 'director']
const AGENCY: readonly PlaceKind[] = ['center', 'district']

export const mayBeHeldAt = (role: Role, kind: PlaceKind): boolean => !DECIDES.includes(role) || AGENCY.includes(kind)
