import type { AppointmentView } from '@fatong/contract/network/appointments.ts'
import { instantAt } from '@fatong/law/calendar/dates.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { Parts } from '../parts.ts'
import { remindAt } from './reminders.ts'
import { slotText } from './slots.ts'
import type { Standing } from './unmet.ts'
import { videoRoom } from './video-room.ts'

/** An appointment as both sides see it. `unmet`: those that nobody receives. */
export function viewOf(
  parts: Parts,
  row: StoredAppointment,
  place: { name: string; address: string | null; phone: string | null } | undefined,
  unmet: Standing['unmet'] = new Map(),
): AppointmentView {
  const { why = null, phone = null } = unmet.get(row.id) ?? {}
  return {
    id: row.id,
    number: row.number,
    placeId: row.placeId,
    placeName: place?.name ?? '',
    address: place?.address ?? '',
    phone: place?.phone ?? null,
    day: row.day,
    from: row.fromMinute,
    to: row.toMinute,
    whenText: slotText(row.day, row.fromMinute, row.toMinute),
    service: row.service as Service,
    state: row.state,
    cancelledBy: row.cancelledBy as AppointmentView['cancelledBy'],
    reason: row.reason,
    note: row.noteEnc ? parts.crypto.decrypt('appointment.note', row.noteEnc) : '',
    at: row.bookedAt,
    remindAt: row.state === 'booked' && why === null ? remindAt(row, parts.clock.now()) : null,
    unmet: why,
    unmetPhone: phone,
    video:
      row.service === 'remote' && row.state === 'booked'
        ? videoRoom(parts, {
            room: row.room,
            typed: row.videoUrl,
            from: instantAt(row.day, row.fromMinute),
            to: instantAt(row.day, row.toMinute),
          })
        : null,
  }
}
