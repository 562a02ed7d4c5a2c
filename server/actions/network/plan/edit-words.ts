import type { EditWish } from '@fatong/contract/network/coverage.ts'
import { SERVICES, TIERS } from '@fatong/network/coverage/vocabulary.ts'
import { metresBetween } from '@fatong/network/geo/distance.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { formatMinutes } from '@fatong/law/calendar/wording.ts'
import { hoursText } from '../../places/hours-text.ts'

export interface Known {
  placeName(id: string): string
  villages: readonly ({ code: string; name: string } & LngLat)[]
}

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
type Days = Parameters<typeof hoursText>[0]['weekly']

/** What is tried, as one sentence for paper. Names of places are the register's, never the caller's. */
export function editWords(edit: EditWish, { placeName, villages }: Known): string {
  const near = (spot: LngLat): string => {
    const best = villages.reduce<{ name: string; far: number } | undefined>((least, one) => {
      const far = metresBetween(one, spot)
      return least && least.far <= far ? least : { name: one.name, far }
    }, undefined)
    return best
      ? best.far < 200
        ? best.name
        : `${best.name}附近`
      : `东经 ${spot.lng.toFixed(3)}、北纬 ${spot.lat.toFixed(3)}`
  }
  const hours = (weekly: readonly unknown[]) => hoursText({ weekly: weekly as Days })
  const services = (names: readonly (keyof typeof SERVICES)[]) => names.map((name) => SERVICES[name].words).join('、')
  switch (edit.kind) {
    case 'open':
      return `在${near(edit)}新设“${edit.name}”（${TIERS[edit.tier]}；${edit.weekly ? hours(edit.weekly) : '开放时间同全区'}；办：${services(edit.services)}）`
    case 'close':
      return `关掉“${placeName(edit.id)}”`
    case 'move':
      return `“${placeName(edit.id)}”搬到${near(edit)}`
    case 'hours':
      return `“${placeName(edit.id)}”的开放时间改成：${hours(edit.weekly)}`
    case 'staff':
      return `“${placeName(edit.id)}”开门的时间都排人值班`
    case 'services':
      return `“${placeName(edit.id)}”改成办：${services(edit.services)}`
    case 'visit':
      return `${villages.find(({ code }) => code === edit.village)?.name ?? edit.village}每${DAYS[edit.weekday - 1] ?? ''} ${edit.hours.map(({ open, close }) => `${formatMinutes(open)}–${formatMinutes(close)}`).join('、')} 上门服务（办：${services(edit.services)}）`
    default:
      return edit satisfies never
  }
}
