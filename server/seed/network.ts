import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { localDate } from '@fatong/law/calendar/dates.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import type { rosterLine, teamMember, village } from '../db/schema/network.ts'
import type { PlaceRow } from './places.ts'
import { SAMPLE_STAFF } from './staff.ts'

type VillageRow = typeof village.$inferInsert
type MemberRow = typeof teamMember.$inferInsert
type LineRow = typeof rosterLine.$inferInsert
interface Spot {
  code: string
  name: string
  lon: number
  lat: number
}
const { towns, crs } = JSON.parse(readFileSync(new URL('./places.json', import.meta.url), 'utf8')) as {
  towns: (Spot & { villages: Spot[] })[]
  crs: string
}

/** The same invented figures for a village in every installation. */
const draw = (code: string, what: string, below: number): number =>
  createHash('sha256').update(`${code} ${what}`).digest().readUInt32BE(0) % below
const pick = <T>(list: readonly T[], code: string, what: string): T => list[draw(code, what, list.length)]!

const SURNAMES = ['马', '王', '李', '张', '陈', '杨', '达', '祁', '何', '金', '魏', '罗', '牛', '谢', '包', '高']
const GIVEN = [
  '福寿',
  '秀英',
  '得禄',
  '玉梅',
  '成林',
  '桂芳',
  '永贵',
  '翠兰',
  '守业',
  '菊香',
  '占海',
  '凤琴',
  '生财',
  '月娥',
  '学文',
  '建红',
]
const SPOKEN = ['兰州话', '永登话', '皋兰话', '东乡语', '藏语', '河州话']
const SINCE = localDate('2026-01-01')

/** Invented people of the sample: how many live in each village, by age. Not statistics. */
export function sampleVillages(): VillageRow[] {
  return towns.flatMap((town) =>
    town.villages.map(({ code, name, lon, lat }) => {
      const all = name.includes('社区') ? 2_200 + draw(code, 'people', 4_800) : 380 + draw(code, 'people', 1_900)
      const share = (what: string, least: number, span: number): number =>
        Math.round((all * (least + draw(code, what, span))) / 100)
      const [child, elder, oldest] = [share('child', 13, 7), share('elder', 16, 12), share('oldest', 2, 3)]
      return {
        code,
        name,
        townCode: town.code,
        lon,
        lat,
        crs,
        approximate: true,
        child,
        adult: all - child - elder - oldest,
        elder,
        oldest,
        source: '样例，不是统计数据',
      }
    }),
  )
}

const HALVES = [
  { from: 9 * 60, to: 11 * 60 + 30 },
  { from: 14 * 60 + 30, to: 17 * 60 + 30 },
] as const
/** The office hours of the sample district. */
const COUNTER = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
] as const
const CONSULT: Service[] = ['consultation']

/**
 * Everybody of the staff who helps people, a 法律明白人 in each village with two half days a week at its office, lawyers on duty
 * at the centre, and legal advisers who come to one village after another (at least four hours a month each, rule book 8.3).
 * `staffIds` by login.
 */
export function sampleTeam(
  places: ReadonlyMap<string, PlaceRow>,
  staffIds: ReadonlyMap<string, string>,
): { members: MemberRow[]; lines: LineRow[] } {
  const idOf = (key: string): string => places.get(key)!.id
  const members: MemberRow[] = []
  const lines: LineRow[] = []
  const known = new Map<string, string>()
  for (const { login, name, place, roles, profile } of SAMPLE_STAFF) {
    const kind = roles.includes('lawyer')
      ? 'lawyer'
      : roles.includes('grassrootsLegalWorker')
        ? 'grassrootsLegalWorker'
        : roles.includes('legalLiaison')
          ? 'liaison'
          : roles.includes('stationStaff')
            ? 'justiceStaff'
            : undefined
    if (kind === undefined) continue
    const id = randomUUID()
    if (kind === 'liaison') known.set(place, id)
    members.push({
      id,
      name,
      kind,
      placeId: idOf(place),
      staffId: staffIds.get(login) ?? null,
      gender: profile?.gender ?? null,
      languages: profile?.languages ?? ['普通话', '兰州话'],
      specialties: profile?.specialties ?? [],
      qualifications:
        kind === 'liaison'
          ? [{ name: '法律明白人证', number: '', until: null }]
          : kind === 'justiceStaff'
            ? []
            : [{ name: kind === 'lawyer' ? '律师执业证' : '基层法律服务工作者执业证', number: '', until: null }],
      training: [{ on: '2026-03-18', topic: '农民工欠薪维权', hours: 4 }],
    })
  }
  const advisers = members.filter(({ kind }) => kind === 'lawyer')
  for (const [at, town] of towns.entries()) {
    for (const [nth, { code }] of town.villages.entries()) {
      const liaison = known.get(code) ?? randomUUID()
      if (!known.has(code)) {
        members.push({
          id: liaison,
          name: `${pick(SURNAMES, code, 'surname')}${pick(GIVEN, code, 'given')}`,
          kind: 'liaison',
          placeId: idOf(code),
          gender: draw(code, 'gender', 2) === 0 ? 'female' : 'male',
          languages: ['普通话', pick(SPOKEN, code, 'language')],
          specialties: [],
          qualifications: [{ name: '法律明白人证', number: '', until: localDate('2027-12-31') }],
          training: [{ on: '2026-04-22', topic: '民法典与邻里纠纷', hours: 3 }],
        })
      }
      const first = 1 + draw(code, 'weekday', 5)
      for (const weekday of [first, ((first + 1) % 5) + 1]) {
        const half = HALVES[draw(`${code} ${weekday}`, 'half', 2)]!
        lines.push({
          id: randomUUID(),
          placeId: idOf(code),
          memberId: liaison,
          kind: 'duty',
          services: CONSULT,
          weekday,
          fromMinute: half.from,
          toMinute: half.to,
          validFrom: SINCE,
        })
      }
      // Each adviser has a handful of villages and comes on a Saturday or a weekday evening, when people are at home.
      if (nth % 4 === 0) {
        const adviser = advisers[(at * 5 + nth / 4) % advisers.length]
        const taken =
          adviser && lines.some((line) => line.memberId === adviser.id && line.weekday === (nth % 8 === 0 ? 6 : 3))
        if (adviser && !taken)
          lines.push({
            id: randomUUID(),
            placeId: idOf(code),
            memberId: adviser.id,
            kind: 'visit',
            services: ['consultation', 'drafting', 'mediation'],
            weekday: nth % 8 === 0 ? 6 : 3,
            fromMinute: nth % 8 === 0 ? 9 * 60 : 18 * 60 + 30,
            toMinute: nth % 8 === 0 ? 12 * 60 : 20 * 60 + 30,
            validFrom: SINCE,
          })
      }
    }
  }
  // A lawyer at the centre's counter every half day of the week, each in turn.
  for (const weekday of [1, 2, 3, 4, 5]) {
    for (const [half, span] of COUNTER.entries()) {
      const lawyer = advisers[((weekday - 1) * COUNTER.length + half) % advisers.length]
      if (lawyer)
        lines.push({
          id: randomUUID(),
          placeId: idOf('center'),
          memberId: lawyer.id,
          kind: 'duty',
          services: ['consultation', 'drafting'],
          weekday,
          fromMinute: span.from,
          toMinute: span.to,
          validFrom: SINCE,
        })
    }
  }
  return { members, lines }
}
