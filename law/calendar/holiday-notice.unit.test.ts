import { describe, expect, it } from 'vitest'
import { parseHolidayNotice } from './holiday-notice.ts'
import { HOLIDAYS_2026 } from './tables/2026.ts'

const NOTICE = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
2025年11月4日`

const says = (text: string, source = '文号'): string => {
  const read = parseHolidayNotice(text, source)
  return read.ok ? '' : read.problems.map((problem) => `${problem.line} ${problem.says}`).join('\n')
}

describe('the yearly notice', () => {
  it('reads the text as published into the very table that ships', () => {
    expect(parseHolidayNotice(NOTICE, HOLIDAYS_2026.source)).toEqual({ ok: true, table: HOLIDAYS_2026 })
  })

  it('reads the same table from JSON', () => {
    expect(parseHolidayNotice(JSON.stringify(HOLIDAYS_2026), HOLIDAYS_2026.source)).toEqual({
      ok: true,
      table: HOLIDAYS_2026,
    })
  })

  it.each([
    ['a count that does not match', NOTICE.replace('共7天', '共8天'), '9 写的是共8天'],
    ['a wrong weekday', NOTICE.replace('5月9日（周六）', '5月9日（周日）'), '6 「5月9日（周日）」写的是周日'],
    ['a day that does not exist', NOTICE.replace('2月28日', '2月30日'), '4 「2月30日（周六）」不是2026年里有的日子'],
    ['a line nobody can read', `${NOTICE}\n八、另有安排`, '11 这一行要写明'],
    [
      'a make-up day that is a workday anyway',
      NOTICE.replace('5月9日（周六）', '5月11日'),
      '2026-05-11 本来就是工作日',
    ],
    ['no year', '一、元旦：1月1日放假', '没有找到是哪一年'],
    ['no holiday', '关于2026年节假日的通知', '没有读到放假的日子'],
    ['broken JSON', '{"year":', 'JSON'],
    ['JSON with other things in it', '{"year":2026}', '三项'],
    ['JSON with a day that is none', '{"year":2026,"holidays":["2026-02-30"],"makeUpWorkdays":[]}', '2026-02-30'],
    ['a holiday named twice', '{"year":2026,"holidays":["2026-01-01","2026-01-01"],"makeUpWorkdays":[]}', '写了两次'],
    ['a day of another year', '{"year":2026,"holidays":["2025-01-01"],"makeUpWorkdays":[]}', '不在2026年'],
  ])('refuses %s and says where', (_, text, expected) => {
    expect(says(text)).toContain(expected)
  })

  it('refuses a notice without its number', () => {
    expect(says(NOTICE, ' ')).toContain('文号')
  })
})
