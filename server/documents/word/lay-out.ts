import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ITableBordersOptions,
} from 'docx'
import type { Block, FactRow } from '../block.ts'
import { VERIFY } from '../phrases.ts'
import { QR_PICTURE, SIGNATURE_PICTURE } from './pictures.ts'

/** Places for pictures in the template; they are replaced when a document is made. */
export interface Placeholders {
  qr: Buffer
  signature: Buffer
}

/** Word measures letters in half points and widths in twentieths of a point. A4 less the margins is 8845. */
const PAGE = 8845,
  BODY_SIZE = 24,
  CELL_SIZE = 21,
  INDENT = 480
const FANGSONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const HEI = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' }

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' },
  none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const RULES: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

type Child = Paragraph | Table
interface Look {
  font?: typeof FANGSONG
  size?: number
  bold?: boolean
  color?: string
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  indent?: boolean
  before?: number
  after?: number
  keepNext?: boolean
}

const words = (text: string, look: Look = {}) =>
  new Paragraph({
    alignment: look.align,
    keepNext: look.keepNext,
    spacing: { before: look.before ?? 0, after: look.after ?? 0, line: 400, lineRule: 'atLeast' },
    ...(look.indent ? { indent: { firstLine: INDENT } } : {}),
    children: [
      new TextRun({
        text,
        font: look.font ?? FANGSONG,
        size: look.size ?? BODY_SIZE,
        bold: look.bold,
        color: look.color,
      }),
    ],
  })
const cell = (text: string, width: number, look: Look = {}, span = 1) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: [words(text, { size: CELL_SIZE, ...look })],
  })
const picture = (data: Buffer, name: string, width: number, height: number) =>
  new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    altText: { name, description: name, title: name },
  })

/** Lays the blocks of a form out as a Word template: the same text, its tags left in for docxtemplater. */
export function layOut(blocks: readonly Block[], places: Placeholders): Child[] {
  const centre = AlignmentType.CENTER
  const factRow = (row: FactRow) => {
    const label = 1560,
      value = (PAGE - 2 * label) / 2
    const one = row.pairs.length === 1
    return new TableRow({
      cantSplit: true,
      ...(row.tall ? { height: { value: 900, rule: 'atLeast' as const } } : {}),
      children: row.pairs.flatMap(([name, text]) => [
        cell(name, label, { align: centre, font: HEI }),
        cell(text, one ? PAGE - label : value, {}, one ? 3 : 1),
      ]),
    })
  }
  const table = (body: TableRow[], widths: number[], borders = RULES) =>
    new Table({
      width: { size: PAGE, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders,
      rows: body,
    })
  const gap = () => words('', { size: 12 })
  const code = () => [
    new Paragraph({ children: [picture(places.qr, QR_PICTURE, 92, 92)] }),
    words(VERIFY, { size: 18 }),
  ]

  const one = (block: Block): Child[] => {
    switch (block.block) {
      case 'title':
        return [
          words(block.agency, { align: centre, font: SONG, bold: true, size: 32, after: 120 }),
          words(block.text, { align: centre, font: SONG, bold: true, size: 44, after: 200 }),
        ]
      case 'number':
        return [words(block.text, { align: centre, after: 240 })]
      case 'addressee':
        return [words(block.text, { after: 80 })]
      case 'paragraph':
        return [words(block.text, { indent: true, after: 80 })]
      case 'heading':
        return [words(block.text, { font: HEI, before: 160, after: 80, keepNext: true })]
      case 'facts':
        return [table(block.rows.map(factRow), [1560, 2862, 1560, 2863]), gap()]
      case 'rows': {
        const total = block.columns.reduce((sum, c) => sum + c.width, 0),
          width = (w: number) => Math.round((PAGE * w) / total),
          last = block.columns.length - 1
        return [
          table(
            [
              new TableRow({
                tableHeader: true,
                cantSplit: true,
                children: block.columns.map((c) => cell(c.label, width(c.width), { align: centre, font: HEI })),
              }),
              new TableRow({
                cantSplit: true,
                children: block.columns.map((c, i) =>
                  cell(
                    `${i === 0 ? `{#${block.over}}` : ''}${c.text}${i === last ? `{/${block.over}}` : ''}`,
                    width(c.width),
                    c.width < total * 0.25 ? { align: centre } : {},
                  ),
                ),
              }),
            ],
            block.columns.map((c) => width(c.width)),
          ),
          gap(),
        ]
      }
      case 'points':
        return [words(`{#${block.over}}`), words(block.text, { indent: true, after: 80 }), words(`{/${block.over}}`)]
      case 'when':
        return [words(`{#${block.tag}}`), ...block.blocks.flatMap(one), words(`{/${block.tag}}`)]
      case 'unless':
        return [words(`{^${block.tag}}`), ...block.blocks.flatMap(one), words(`{/${block.tag}}`)]
      case 'signature':
        return [
          new Paragraph({
            spacing: { before: 160, after: 120 },
            children: [
              new TextRun({ text: block.label, font: FANGSONG, size: BODY_SIZE }),
              picture(places.signature, SIGNATURE_PICTURE, 160, 64),
              new TextRun({ text: `　　${block.day}`, font: FANGSONG, size: BODY_SIZE }),
            ],
          }),
        ]
      case 'blank':
        return [words(block.label, { before: 200, after: 200 })]
      case 'seal':
        return [
          gap(),
          table(
            [
              new TableRow({
                cantSplit: true,
                children: [
                  new TableCell({ width: { size: 3000, type: WidthType.DXA }, children: code() }),
                  new TableCell({
                    width: { size: PAGE - 3000, type: WidthType.DXA },
                    verticalAlign: VerticalAlignTable.CENTER,
                    children: [
                      words(block.agency, { align: centre }),
                      words('（印章）', { align: centre, size: CELL_SIZE, color: '666666' }),
                      words(block.day, { align: centre }),
                    ],
                  }),
                ],
              }),
            ],
            [3000, PAGE - 3000],
            NO_BORDERS,
          ),
          gap(),
        ]
      case 'verify':
        return code()
      case 'copies':
        return [
          table([new TableRow({ children: [cell(block.text, PAGE)] })], [PAGE], {
            ...NO_BORDERS,
            top: line,
            bottom: line,
          }),
          gap(),
        ]
      case 'note':
        return [words(block.text, { size: CELL_SIZE, before: 80, after: 80 })]
      default:
        return block satisfies never
    }
  }
  return blocks.flatMap(one)
}
