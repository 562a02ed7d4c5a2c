import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Report, ReportBlock } from '../report.ts'
import { DRAWN, printed, RULES, SHEET_WIDTH, type PdfOutcome } from './printing.ts'
import { freshInk, runsOf } from './runs.ts'

const TEXT = 10.5,
  CELL = 9

/** The PDF of a report. */
export async function renderReport({ title, under, blocks }: Report): Promise<PdfOutcome> {
  const ink = freshInk()
  const text = (words: string) => runsOf(words, ink)
  const cell = (words: string, extra: object = {}): TableCell => ({
    text: text(words),
    fontSize: CELL,
    lineHeight: 1.1,
    margin: [2, 1, 2, 1],
    ...extra,
  })
  const one = (block: ReportBlock): Content => {
    switch (block.block) {
      case 'heading':
        return { text: text(block.text), bold: true, fontSize: 12, margin: [0, 10, 0, 4], headlineLevel: 1 }
      case 'paragraph':
        return { text: text(block.text), fontSize: TEXT, margin: [0, 0, 0, 3] }
      case 'list':
        return {
          ol: block.items.map((item) => ({ text: text(item), margin: [0, 0, 0, 2] })),
          fontSize: TEXT,
          margin: [0, 0, 0, 4],
        }
      case 'table': {
        const total = block.columns.reduce((sum, { width }) => sum + width, 0)
        const head = block.columns.map(({ label }) =>
          cell(label, { bold: true, alignment: 'center', fillColor: '#eef1ee' }),
        )
        const rows = block.rows.map((row) =>
          block.columns.map(({ number = false }, at) => cell(row[at] ?? '', number ? { alignment: 'right' } : {})),
        )
        return {
          margin: [0, 2, 0, 6],
          table: {
            widths: block.columns.map(({ width }) => `${(width / total) * 100}%`),
            headerRows: 1,
            keepWithHeaderRows: 1,
            dontBreakRows: true,
            body: [head, ...rows],
          },
          layout: RULES,
        }
      }
      case 'drawing':
        return {
          unbreakable: true,
          stack: [
            { svg: block.svg, width: SHEET_WIDTH, margin: [0, 4, 0, 2], font: DRAWN },
            { text: text(block.caption), fontSize: CELL, color: '#555555', margin: [0, 0, 0, 6] },
          ],
        }
      default:
        return block satisfies never
    }
  }
  const head: Content[] = [
    { text: text(title), alignment: 'center', fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
    { text: text(under), alignment: 'center', fontSize: TEXT, color: '#555555', margin: [0, 0, 0, 8] },
  ]
  return printed(title, [...head, ...blocks.map(one)], ink)
}
