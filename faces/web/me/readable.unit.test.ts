import { expect, test } from 'vitest'
import { readableExport } from './readable.ts'

test('what is kept of a person can be read by anybody, and nothing in it runs', () => {
  const page = readableExport({
    exportedAt: Date.parse('2026-11-23T10:00:00+08:00'),
    person: { name: '王<b>小</b>明', phone: '13800001234', idNumber: null },
    cases: [
      {
        number: 'LX202600001',
        claimFen: 1_860_000,
        form: {
          story: '<script>alert(1)</script>三个月没发工资',
          told: [
            { what: 'ethnicity', text: '东乡族' },
            { what: 'family', text: '马婳（配偶）' },
            { what: 'burdens', text: '孩子上学' },
          ],
        },
        documents: [{ title: '给予法律援助决定书', number: '决1' }],
        filePapers: [
          {
            title: '法律援助案件回访表',
            at: Date.parse('2026-11-20T10:00:00+08:00'),
            lines: [
              { what: '总的满意不满意', text: '满意' },
              { what: '登记人', text: '<i>高振国</i>' },
            ],
          },
        ],
        messages: [{ from: { name: '陈晓梅' }, text: '请补材料' }],
      },
    ],
    notices: [],
    readings: [{ at: 0, by: '陈晓梅', why: '打电话约时间' }],
  })
  for (const words of [
    '我的个人信息',
    '三个月没发工资',
    '18,600',
    '东乡族',
    '马婳',
    '孩子上学',
    '给予法律援助决定书',
    '陈晓梅：请补材料',
    '打电话约时间',
    '没有记录',
    '法律援助案件回访表',
    '总的满意不满意：满意\n',
  ])
    expect(page).toContain(words)
  expect(page).not.toMatch(/<script|<b>小|<i>高/)
  expect(readableExport({})).toContain('没有记录')
})
