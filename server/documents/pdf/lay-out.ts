import type { Column, Content, TableCell } from 'pdfmake/interfaces.js'
import type { Block, FactRow } from '../block.ts'
import { VERIFY } from '../phrases.ts'
import type { View } from '../view.ts'
import { fillText, sectionShows } from './fill-text.ts'
import { RULES } from './printing.ts'
import { runsOf, type Ink } from './runs.ts'

/** A row with more text than this may run over pages; pdfmake would cut it off otherwise. */
const BREAKABLE = 400
const BODY_SIZE = 12,
  CELL_SIZE = 10.5,
  INDENT = 2 * BODY_SIZE

/** Lays out the blocks of a form for pdfmake. `ink` notes the faces used and the characters without one. */
export function layOut(blocks: readonly Block[], view: View, ink: Ink): Content[] {
  const fill = (text: string, row?: View) => runsOf(row ? fillText(text, row, view) : fillText(text, view), ink)
  const cell = (text: string, extra: object = {}, row?: View): TableCell => ({
    text: fill(text, row),
    fontSize: CELL_SIZE,
    lineHeight: 1.15,
    margin: [2, 2, 2, 2],
    ...extra,
  })

  /** A tall cell without text is for the pen; pdfmake drops the margins of a cell that says nothing at all. */
  const roomy = (text: string): TableCell =>
    fillText(text, view) === '' ? cell(' ', { margin: [2, 3, 2, 28] }) : cell(text, { margin: [2, 3, 2, 16] })

  const factCells = (row: FactRow): TableCell[] => {
    const cells = row.pairs.flatMap(([label, text]) => [
      cell(label, { alignment: 'center', bold: true }),
      row.tall ? roomy(text) : cell(text),
    ])
    return row.pairs.length === 1 ? [cells[0]!, { ...(cells[1] as object), colSpan: 3 } as TableCell, {}, {}] : cells
  }

  const one = (block: Block): Content[] => {
    switch (block.block) {
      case 'title':
        return [
          { text: fill(block.agency), alignment: 'center', fontSize: 16, bold: true, margin: [0, 0, 0, 6] },
          {
            text: fill(block.text),
            alignment: 'center',
            fontSize: 22,
            bold: true,
            characterSpacing: 1,
            margin: [0, 0, 0, 12],
          },
        ]
      case 'number':
        return [{ text: fill(block.text), alignment: 'center', fontSize: BODY_SIZE, margin: [0, 0, 0, 16] }]
      case 'addressee':
        return [{ text: fill(block.text), margin: [0, 0, 0, 4] }]
      case 'paragraph':
        return [{ text: fill(block.text), leadingIndent: INDENT, margin: [0, 0, 0, 4] }]
      case 'heading':
        return [{ text: fill(block.text), bold: true, margin: [0, 8, 0, 4], headlineLevel: 1 }]
      case 'facts':
        return [
          {
            margin: [0, 0, 0, 6],
            table: {
              widths: [78, '*', 78, '*'],
              dontBreakRows: !block.rows.some((row) =>
                row.pairs.some(([, text]) => fillText(text, view).length > BREAKABLE),
              ),
              body: block.rows.map(factCells),
            },
            layout: RULES,
          },
        ]
      case 'rows': {
        const list = view[block.over] as View[]
        const total = block.columns.reduce((sum, c) => sum + c.width, 0)
        const body = [
          block.columns.map((c) => cell(c.label, { bold: true, alignment: 'center' })),
          ...list.map((row) =>
            block.columns.map((c) => cell(c.text, c.width < total * 0.25 ? { alignment: 'center' } : {}, row)),
          ),
        ]
        return [
          {
            margin: [0, 2, 0, 8],
            table: {
              widths: block.columns.map((c) => `${(c.width / total) * 100}%`),
              headerRows: 1,
              keepWithHeaderRows: 1,
              dontBreakRows: !list.some((row) =>
                block.columns.some((c) => fillText(c.text, row, view).length > BREAKABLE),
              ),
              body,
            },
            layout: RULES,
          },
        ]
      }
      case 'points':
        return (view[block.over] as View[]).map((row) => ({
          text: fill(block.text, row),
          leadingIndent: INDENT,
          margin: [0, 0, 0, 4],
        }))
      case 'when':
        return sectionShows(view, block.tag) ? block.blocks.flatMap(one) : []
      case 'unless':
        return sectionShows(view, block.tag) ? [] : block.blocks.flatMap(one)
      case 'signature': {
        const png = view[block.picture]
        const drawn: Content =
          png instanceof Uint8Array
            ? { image: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, fit: [120, 48] }
            : { text: ' ', margin: [0, 0, 0, 24] }
        return [
          {
            unbreakable: true,
            stack: [
              {
                columns: [
                  { width: 'auto', text: fill(block.label), margin: [0, 14, 0, 0] },
                  { width: 130, ...drawn },
                  { width: '*', text: fill(block.day), alignment: 'right', margin: [0, 14, 0, 0] },
                ],
                columnGap: 8,
                margin: [0, 4, 0, 6],
              },
            ],
          },
        ]
      }
      case 'blank':
        return [{ text: fill(block.label), margin: [0, 10, 0, 10] }]
      case 'seal':
        return [
          {
            unbreakable: true,
            margin: [0, 16, 0, 8],
            columns: [
              verifyCode(view),
              { width: '*', text: '' },
              {
                width: 260,
                stack: [
                  { text: fill(block.agency), alignment: 'center' },
                  { text: fill('（印章）'), alignment: 'center', color: '#666666', fontSize: CELL_SIZE },
                  { text: fill(block.day), alignment: 'center' },
                ],
              },
            ],
          },
        ]
      case 'verify':
        return [{ columns: [verifyCode(view)], margin: [0, 8, 0, 0] }]
      case 'copies':
        return [{ margin: [0, 6, 0, 0], table: { widths: ['*'], body: [[cell(block.text)]] }, layout: 'copies' }]
      case 'note':
        return [{ text: fill(block.text), fontSize: CELL_SIZE, margin: [0, 4, 0, 4] }]
      default:
        return block satisfies never
    }
  }
  return blocks.flatMap(one)
}

/** The verification code with its caption. */
function verifyCode(view: View): Column {
  return {
    width: 72,
    unbreakable: true,
    stack: [
      { qr: String(view['核验网址']), fit: 70, eccLevel: 'M', alignment: 'center' },
      { text: VERIFY, fontSize: 9, alignment: 'center', margin: [0, 2, 0, 0] },
    ],
  }
}
