import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StaffCaller } from '../caller.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

interface Device {
  id: string
  device: string
  createdAt: Instant
  lastSeenAt: Instant
  current: boolean
}

/** Devices one is signed in on. Idle ones no longer count. */
export async function mySessions(parts: Parts, caller: StaffCaller): Promise<Outcome<{ items: Device[] }>> {
  const now = parts.clock.now()
  const listed = await parts.stores.sessions.listOfStaff(caller.staffId, now)
  const { idleMs } = parts.sessions.times.staff
  return done({
    items: listed
      .filter(({ lastSeenAt }) => now - lastSeenAt <= idleMs)
      .map((session) => {
        const id = session.id.toString('hex')
        return {
          id,
          device: deviceOf(session.userAgent),
          createdAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
          current: id === caller.sessionId,
        }
      }),
  })
}

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const named = (table: [RegExp, string][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1]

/** What staff recognise their device by. */
export const deviceOf = (userAgent: string): string =>
  [named(SYSTEMS, userAgent), named(BROWSERS, userAgent)].filter(Boolean).join('，') || '其他设备'
