import type { z } from 'zod'
import type { planReport as route } from '@fatong/contract/network/coverage.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { formatDate } from '@fatong/law/calendar/wording.ts'
import { AGE_GROUPS, SERVICES, TIERS } from '@fatong/network/coverage/vocabulary.ts'
import { MODE_WORDS } from '@fatong/network/roads/profiles/choose.ts'
import type { Report, ReportBlock } from '../../../documents/report.ts'
import type { ServedFile } from '../../../files/serving.ts'
import type { View } from '../../../network/orders.ts'
import type { StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { tried, type Tried } from '../coverage.ts'
import { positionOf, tierOf } from '../tiers.ts'
import { planDrawing, type DrawnPlace } from './drawing.ts'
import { editWords } from './edit-words.ts'

type Body = z.infer<typeof route.body>
const TITLE = '三级网络试算方案'
/** More villages than this are listed only where something changes: a paper is read, not leafed through. */
const MOST_LISTED = 300

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const points = (before: number, after: number): string => {
  const by = after - before
  return Math.abs(by) < 5e-6
    ? '没变'
    : `${by > 0 ? '多' : '少'} ${Math.abs(by) < 5e-4 ? '不到 0.1' : (Math.abs(by) * 100).toFixed(1)} 个百分点`
}
const hours = (halves: number): string => (halves / 2).toLocaleString('zh-CN')
const minutes = (time: number | null): string => (time === null ? '到不了' : String(Math.ceil(time)))
const persons = (count: number): string => Math.round(count).toLocaleString('zh-CN')

/** A plan to hand round: what is tried, on what it rests, and what comes of it; as PDF or as a table. Nothing is saved. */
export async function planReport(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<ServedFile>> {
  const outcome = await tried(parts, body)
  if (!outcome.ok) return outcome
  const report = reportOf(parts, body, outcome.value)
  const day = localDateOf(parts.clock.now())
  const { file, mediaType } =
    params.format === 'pdf'
      ? { file: (await parts.documents.report(report)).pdf, mediaType: 'application/pdf' }
      : await parts.tables.write('xlsx', [report.title, ...VILLAGE_COLUMNS.slice(1).map(() => '')], rowsOf(report))
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${TITLE}-${day}.${params.format}`)}`,
    },
  })
}

function reportOf(
  parts: Parts,
  { wish, edits }: Body,
  { before, after, notes, estimated, certain, monday, state, villages, places }: Tried,
): Report {
  const at = new Map(
    state.villages.map(({ code, people, at: spot }) => [
      code,
      { ...spot, people: Object.values(people).reduce((sum, one) => sum + one, 0) },
    ]),
  )
  const located = villages.flatMap(({ code, name }) => {
    const spot = at.get(code)
    return spot ? [{ code, name, ...spot }] : []
  })
  const towns = new Map(
    [...places.values()]
      .filter(({ kind }) => kind === 'station')
      .map(({ code, name }) => [code, name.replace(/公共法律服务.*$/, '')]),
  )
  const townOf = new Map(villages.map(({ code, townCode }) => [code, towns.get(townCode) ?? '']))
  const [was, is] = [before, after].map((view) => new Map(view.villages.map((one) => [one.code, one])))
  const lines = located.map(({ code, name, people }) => {
    const [a, b] = [was!.get(code), is!.get(code)]
    return { name, people, town: townOf.get(code) ?? '', a, b, change: (b?.halfHours ?? 0) - (a?.halfHours ?? 0) }
  })
  const changed = lines.filter(
    ({ a, b }) => a?.halfHours !== b?.halfHours || minutes(a?.minutes ?? null) !== minutes(b?.minutes ?? null),
  )
  const listed = lines.length <= MOST_LISTED ? lines : changed
  const sorted = [...listed].sort((x, y) => Math.abs(y.change) * y.people - Math.abs(x.change) * x.people)
  const known = { placeName: (id: string) => places.get(id)?.name ?? id, villages: located }
  return {
    title: TITLE,
    under: `${formatDate(monday)}起一周 · ${formatDate(localDateOf(parts.clock.now()))}制表`,
    blocks: [
      { block: 'heading', text: '一、要试的改动' },
      { block: 'list', items: edits.map((edit) => editWords(edit, known)) },
      ...['这是试算，没有改动真实数据。', ...notes].map((text): ReportBlock => ({ block: 'paragraph', text })),
      { block: 'heading', text: '二、改前改后' },
      compared(
        ['项目', '现在', '改了以后', '变化'],
        [
          [
            '有效覆盖（一周里随时动身，去了真有人办）',
            percent(before.effective),
            percent(after.effective),
            points(before.effective, after.effective),
          ],
          [
            `名义覆盖（有点在 ${wish.minutes} 分钟以内，不管开不开门）`,
            percent(before.nominal),
            percent(after.nominal),
            points(before.nominal, after.nominal),
          ],
          [
            '有点可去的人',
            persons(before.nominal * before.people),
            persons(after.nominal * after.people),
            difference(before.nominal * before.people, after.nominal * after.people, ' 人'),
          ],
        ],
      ),
      ...(located.length === 0
        ? []
        : [
            {
              block: 'drawing',
              svg: planDrawing(
                located.map((one) => ({ ...one, halfHours: is!.get(one.code)?.halfHours ?? 0 })),
                drawnPlaces(edits, places, located),
              ),
              caption: `改了以后，各村一周里有人办的时间。${parts.config.mapNumber ? `审图号：${parts.config.mapNumber}` : '这是示意图，不是地图，不画边界。'}`,
            } as const,
          ]),
      { block: 'heading', text: '三、分级别、分事项、分年龄（有效覆盖）' },
      ...(
        [
          ['级别', 'byTier', TIERS],
          ['事项', 'byService', Object.fromEntries(Object.entries(SERVICES).map(([name, { words }]) => [name, words]))],
          ['年龄', 'byAge', AGE_GROUPS],
        ] as const
      ).map(([head, key, words]) => compared([head, '现在', '改了以后', '变化'], groupRows(before, after, key, words))),
      { block: 'heading', text: `四、各村（${changed.length} 个村有变化）` },
      ...(listed.length < lines.length
        ? [{ block: 'paragraph', text: `全区 ${lines.length} 个村，只列有变化的。` } as const]
        : []),
      {
        block: 'table',
        columns: VILLAGE_COLUMNS,
        rows: sorted.map(({ name, town, people, a, b, change }) => [
          name,
          town,
          persons(people),
          minutes(a?.minutes ?? null),
          minutes(b?.minutes ?? null),
          hours(a?.halfHours ?? 0),
          hours(b?.halfHours ?? 0),
          change === 0 ? '没变' : `${change > 0 ? '多' : '少'} ${hours(Math.abs(change))} 小时`,
        ]),
      },
      { block: 'heading', text: '五、怎么算的' },
      ...method(wish, { estimated, certain, people: before.people }).map(
        (text): ReportBlock => ({ block: 'paragraph', text }),
      ),
    ],
  }
}

const difference = (before: number, after: number, unit: string): string => {
  const by = Math.round(after) - Math.round(before)
  return by === 0 ? '没变' : `${by > 0 ? '多' : '少'} ${Math.abs(by).toLocaleString('zh-CN')}${unit}`
}
const compared = (heads: readonly string[], rows: readonly (readonly string[])[]): ReportBlock => ({
  block: 'table',
  columns: heads.map((label, i) => ({ label, width: i === 0 ? 46 : 18, number: i > 0 })),
  rows,
})
const VILLAGE_COLUMNS = [
  ['村（社区）', 18],
  ['乡镇', 11],
  ['人口', 10],
  ['现在最近（分）', 11],
  ['以后最近（分）', 11],
  ['现在一周（时）', 12],
  ['以后一周（时）', 12],
  ['变化', 15],
].map(([label, width], i) => ({ label: label as string, width: width as number, number: i >= 2 }))

function groupRows(
  before: View,
  after: View,
  key: 'byTier' | 'byService' | 'byAge',
  words: Readonly<Record<string, string>>,
): string[][] {
  return Object.entries(words).flatMap(([name, text]) => {
    const [a, b] = [before[key][name], after[key][name]]
    return (a?.nominal ?? 0) > 0 || (b?.nominal ?? 0) > 0
      ? [[text, percent(a?.effective ?? 0), percent(b?.effective ?? 0), points(a?.effective ?? 0, b?.effective ?? 0)]]
      : []
  })
}

function method(
  { service, tier, age, travel, minutes: limit }: Body['wish'],
  { estimated, certain, people }: { estimated: boolean; certain: boolean; people: number },
): string[] {
  return [
    `算的是：${service ? SERVICES[service].words : '不管办什么'}，${tier ? TIERS[tier] : '各级合起来'}，${age ? AGE_GROUPS[age] : '所有人'}（${persons(people)} 人），${travel ? MODE_WORDS[travel] : '怎么去按各年龄的平常习惯（80 岁以上步行，其他人骑电动车）'}，路上不超过 ${limit} 分钟。`,
    estimated
      ? '路上时间：还没有导入道路，按直线距离乘弯路系数估算，山路、断头路会有出入，只宜比较大小，不宜当作实测。'
      : '路上时间：按导入的道路逐段计算，从各村的点到服务点的点；村子大的，边上的人要多走几分钟。',
    '有效覆盖：一周 336 个半小时，每个半小时从村里动身，到的时候服务点开着门、排了班、还有空，办完这件事的最少时间也够，才算有人办。法定节假日和调休按放假安排，各点的个别日子照录入的算。',
    ...(certain ? [] : ['这一周里有还没公布放假安排的日子，按平常的星期算。']),
    '改动之间会互相影响，这里算的是全部改动一起做的结果。',
  ]
}

function drawnPlaces(
  edits: Body['edits'],
  names: Tried['places'],
  located: readonly { code: string; name: string; lng: number; lat: number }[],
): DrawnPlace[] {
  const by = (id: string) => edits.filter((edit) => edit.id === id)
  const today = [...names.values()].flatMap((place): DrawnPlace[] => {
    const spot = positionOf(place)
    const own = by(place.id)
    if (!spot || (tierOf(place.kind) === 'office' && own.length === 0)) return []
    const moved = own.find((edit) => edit.kind === 'move')
    return [
      {
        name: place.name.replace(/公共法律服务.*$/, ''),
        tier: tierOf(place.kind)!,
        ...(moved?.kind === 'move' ? { lng: moved.lng, lat: moved.lat } : spot),
        mark: own.some(({ kind }) => kind === 'close') ? 'closed' : own.length > 0 ? 'changed' : 'as is',
      },
    ]
  })
  const fresh = edits.flatMap((edit): DrawnPlace[] => {
    if (edit.kind === 'open')
      return [{ name: edit.name, tier: edit.tier, lng: edit.lng, lat: edit.lat, mark: 'changed' }]
    const village = edit.kind === 'visit' ? located.find(({ code }) => code === edit.village) : undefined
    return village ? [{ ...village, name: `${village.name}上门`, tier: 'visit', mark: 'changed' }] : []
  })
  return [...today, ...fresh]
}

/** The same as rows of a table; the drawing is left out. */
function rowsOf({ under, blocks }: Report): string[][] {
  return [
    [under],
    ...blocks.flatMap((block): string[][] => {
      switch (block.block) {
        case 'heading':
          return [[], [block.text]]
        case 'paragraph':
          return [[block.text]]
        case 'list':
          return block.items.map((item, at) => [`${at + 1}. ${item}`])
        case 'table':
          return [block.columns.map(({ label }) => label), ...block.rows.map((row) => [...row])]
        case 'drawing':
          return []
        default:
          return block satisfies never
      }
    }),
  ]
}
