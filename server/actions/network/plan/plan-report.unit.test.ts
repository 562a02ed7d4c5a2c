import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { EditWish } from '@fatong/contract/network/coverage.ts'
import { afterAll, expect, test } from 'vitest'
import { whatIf } from '../coverage.ts'
import { must, sampleInMemory } from '../testing/sample-in-memory.ts'
import { planReport } from './plan-report.ts'

const { parts, staff, placeOf, close } = sampleInMemory()
afterAll(close)
const WISH = { week: '2026-10-12', minutes: 30, service: 'intake' }
const WEEKLY = Array.from({ length: 7 }, (_, day) =>
  day < 5
    ? [
        { open: 510, close: 720 },
        { open: 840, close: 1200 },
      ]
    : [],
)
const EDITS = [
  EditWish.parse({ kind: 'hours', id: placeOf('620171103').id, weekly: WEEKLY }),
  EditWish.parse({
    kind: 'visit',
    id: randomUUID(),
    village: '620171101204',
    weekday: 6,
    hours: [{ open: 540, close: 720 }],
    services: ['intake'],
  }),
]
const asked = (format: 'pdf' | 'xlsx', edits: readonly object[] = EDITS) =>
  ({ params: { format }, query: {}, body: { wish: WISH, edits } }) as never

test('as a table: the edits in words, figures before and after, every village, on what it rests', async () => {
  const { before, after } = must(await whatIf(parts, staff('director'), asked('xlsx')))
  const file = must(await planReport(parts, staff('director'), asked('xlsx'))).file as Buffer
  const rows = (await readSheet(file)).map((cells) =>
    cells.map((cell) => (cell === null ? '' : String(cell))).join(' '),
  )
  const said = rows.join('\n')
  expect(said).toContain('“西岔镇公共法律服务工作站”的开放时间改成：周一至周五 08:30–12:00、14:00–20:00')
  expect(said).toContain('何家梁村每周六 09:00–12:00 上门服务')
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  expect(said).toMatch(
    new RegExp(`有效覆盖.* ${percent(before.effective)} ${percent(after.effective)} 多 [0-9.]+ 个百分点`),
  )
  expect(after.effective).toBeGreaterThan(before.effective)
  expect(said).toContain('按直线距离乘弯路系数估算')
  expect(rows.filter((row) => /镇 [\d,]+ (\d+|到不了) /.test(row))).toHaveLength(103)
})
test('as PDF; a mistaken edit is refused', async () => {
  const pdf = must(await planReport(parts, staff('director'), asked('pdf'))).file as Buffer
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.length).toBeGreaterThan(20_000)
  const keep = process.env['SCREENSHOTS']
  if (keep !== undefined) writeFileSync(join(keep, 'plan.pdf'), pdf)
  const refused = asked('pdf', [{ kind: 'close', id: randomUUID() }])
  expect(await planReport(parts, staff('director'), refused)).toMatchObject({
    error: 'editRefused',
    fields: { 'edits.0': expect.stringContaining('没有这个服务点') as string },
  })
}, 120_000)
