import { expect, it } from 'vitest'
import { csvText } from './csv.ts'

it('quotes what needs quotes, starts with a byte order mark, and defuses formulas', () => {
  expect(
    csvText([
      ['步骤', '件'],
      ['受,理', 3],
      ['他说"好"', null],
      ['=HYPERLINK("x")', -2],
    ]),
  ).toBe('\ufeff步骤,件\r\n"受,理",3\r\n"他说""好""",\r\n"\'=HYPERLINK(""x"")",-2\r\n')
})
