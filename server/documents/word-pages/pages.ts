import type PizZip from 'pizzip'
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { RULES } from '../pdf/printing.ts'
import { runsOf, type Ink } from '../pdf/runs.ts'
import { stylesOf, type ParagraphLook, type TextLook } from './looks.ts'
import { allOf, attribute, childOf, childrenOf, partOf, within, type XmlElement } from './xml.ts'

/** English metric units, in which Word measures pictures, in a point. */
const EMU = 12_700
/** A row with more text than this may run over pages; pdfmake would cut it off otherwise. */
const BREAKABLE = 400
const TAB = '　　'
/** What only holds other content: links, accepted changes, fields of the form, alternatives of which the first is meant. */
const HOLDERS = new Set([
  'w:hyperlink',
  'w:ins',
  'w:smartTag',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'mc:AlternateContent',
  'mc:Choice',
  'w:moveTo',
])

/** Piece of a paragraph: text in one look, a picture, or the end of a page. */
type Piece = { text: string; look: TextLook } | { image: string; width: number; height: number } | { breaks: true }

/** What stands in the margins of every page, as plain lines. */
export interface Margins {
  header: string
  footer: string
}

/** A filled Word file as content for pdfmake: its paragraphs, tables and pictures in the order in which they stand. */
export function pagesOf(zip: PizZip, ink: Ink): { content: Content[]; margins: Margins } {
  const styles = stylesOf(zip),
    body = within(partOf(zip, 'word/document.xml'), 'w:body')
  const pictures = picturesOf(zip)
  const piecesOf = (of: XmlElement, around: TextLook): Piece[] =>
    childrenOf(of).flatMap((child): Piece[] => {
      if (HOLDERS.has(child.tagName)) return piecesOf(child, around)
      if (child.tagName !== 'w:r') return []
      const look = styles.run(childOf(child, 'w:rPr'), around)
      if (look.hidden) return []
      return childrenOf(child).flatMap((part): Piece[] => {
        switch (part.tagName) {
          case 'w:t':
            return [{ text: part.textContent ?? '', look }]
          case 'w:tab':
            return [{ text: TAB, look }]
          case 'w:noBreakHyphen':
            return [{ text: '-', look }]
          case 'w:br':
            return attribute(part, 'w:type') === 'page' ? [{ breaks: true }] : [{ text: '\n', look }]
          case 'w:cr':
            return [{ text: '\n', look }]
          case 'w:drawing':
            return pictures(part)
          case 'mc:AlternateContent':
            return allOf(part, 'w:drawing').slice(0, 1).flatMap(pictures)
          default:
            return []
        }
      })
    })

  const paragraph = (of: XmlElement): Content[] => {
    const properties = childOf(of, 'w:pPr'),
      look = styles.paragraph(properties)
    const lines: Piece[][] = [[]]
    for (const piece of piecesOf(of, look.text)) {
      if ('breaks' in piece) lines.push([])
      else lines.at(-1)!.push(piece)
    }
    return lines.map(
      (pieces, at): Content => ({
        ...lineOf(pieces, look, ink),
        ...(at > 0 || look.newPage ? { pageBreak: 'before' as const } : {}),
      }),
    )
  }

  const blocks = (of: XmlElement): Content[] =>
    childrenOf(of).flatMap((child): Content[] => {
      if (child.tagName === 'w:p') return paragraph(child)
      if (child.tagName === 'w:tbl') return [table(child)]
      return HOLDERS.has(child.tagName) ? blocks(child) : []
    })

  const table = (of: XmlElement): Content => {
    const grid = childOf(of, 'w:tblGrid'),
      widths = grid ? childrenOf(grid).map((column) => Number(attribute(column, 'w:w') ?? 0) / 20) : []
    const rows = childrenOf(of).filter(({ tagName }) => tagName === 'w:tr')
    const columns = Math.max(widths.length, ...rows.map((row) => cellsOf(row).reduce((sum, { span }) => sum + span, 0)))
    /** By column the cell that a merged one below belongs to. */
    const above: ({ rowSpan: number } | undefined)[] = []
    const body = rows.map((row) => {
      const line: TableCell[] = []
      for (const { cell, span, merge } of cellsOf(row)) {
        const at = line.length,
          upper = above[at]
        if (merge === 'continue' && upper) {
          upper.rowSpan += 1
          line.push(...Array.from({ length: span }, (): TableCell => ({})))
          continue
        }
        const made = {
          stack: blocks(cell),
          margin: [2, 2, 2, 2] as [number, number, number, number],
          colSpan: span,
          rowSpan: 1,
        }
        above[at] = merge === undefined ? undefined : made
        line.push(made, ...Array.from({ length: span - 1 }, (): TableCell => ({})))
      }
      return [...line, ...Array.from({ length: columns - line.length }, (): TableCell => ({ text: '' }))]
    })
    const headers = rows.findIndex((row) => within(row, 'w:trPr', 'w:tblHeader') === undefined)
    const long = rows.some((row) => cellsOf(row).some(({ cell }) => (cell.textContent?.length ?? 0) > BREAKABLE))
    const total = widths.reduce((sum, width) => sum + width, 0)
    return {
      table: {
        widths:
          widths.length === columns && total > 0
            ? widths.map((width) => `${(width / total) * 100}%`)
            : Array.from({ length: columns }, () => '*'),
        headerRows: headers < 0 ? 0 : headers,
        dontBreakRows: !long,
        body,
      },
      layout: rulesOf(of),
    }
  }

  return {
    content: body ? blocks(body) : [],
    margins: { header: marginOf(zip, 'header'), footer: marginOf(zip, 'footer') },
  }
}

/** One paragraph: text alone, or text and pictures beside each other. */
function lineOf(
  pieces: readonly Piece[],
  { align, firstLine, left, before, after, keepNext, text: plain }: ParagraphLook,
  ink: Ink,
) {
  const margin: [number, number, number, number] = [left ?? 0, before ?? 0, 0, after ?? 0],
    alignment = align ?? 'left'
  const textOf = (list: readonly Piece[]) =>
    list.flatMap((piece) =>
      'text' in piece
        ? runsOf(piece.text, ink).map((run) => ({
            fontSize: piece.look.size,
            bold: piece.look.bold ?? false,
            ...(piece.look.color === undefined ? {} : { color: piece.look.color }),
            ...(piece.look.underline
              ? { decoration: 'underline' as const }
              : piece.look.strike
                ? { decoration: 'lineThrough' as const }
                : {}),
            ...run,
          }))
        : [],
    )
  const drawn = (piece: Piece) =>
    'image' in piece ? [{ image: piece.image, width: piece.width, height: piece.height }] : []
  const images = pieces.flatMap(drawn)
  if (images.length === 0) {
    const text = textOf(pieces)
    // An empty paragraph is a gap of one line of its own size.
    const [size = plain.size] = pieces.flatMap((piece) => ('text' in piece ? [piece.look.size] : []))
    return {
      text: text.length > 0 ? text : [{ text: ' ', fontSize: size }],
      alignment,
      margin,
      ...(firstLine === undefined ? {} : { leadingIndent: firstLine }),
      ...(keepNext ? { headlineLevel: 1 } : {}),
    }
  }
  if (images.length === pieces.length && images.length === 1) return { ...images[0]!, alignment, margin }
  const columns = pieces
    .reduce<Piece[][]>((list, piece) => {
      const last = list.at(-1)
      if (last !== undefined && 'text' in piece && last.every((one) => 'text' in one)) last.push(piece)
      else list.push([piece])
      return list
    }, [])
    .map((list): Content & { width: 'auto' | number } => {
      const [image] = list.flatMap(drawn)
      return image ? { ...image, width: image.width } : { text: textOf(list), width: 'auto' }
    })
  return { columns, columnGap: 6, margin, unbreakable: true }
}

interface Cell {
  cell: XmlElement
  span: number
  merge: string | undefined
}
function cellsOf(row: XmlElement): Cell[] {
  return childrenOf(row)
    .flatMap((child) => (child.tagName === 'w:sdt' ? childrenOf(childOf(child, 'w:sdtContent') ?? child) : [child]))
    .filter(({ tagName }) => tagName === 'w:tc')
    .map((cell) => {
      const properties = childOf(cell, 'w:tcPr'),
        merged = childOf(properties, 'w:vMerge')
      return {
        cell,
        span: Math.max(1, Number(attribute(childOf(properties, 'w:gridSpan'), 'w:val') ?? 1)),
        merge: merged && (attribute(merged, 'w:val') ?? 'continue'),
      }
    })
}

/** All rules, none, or those above and below, as the table itself says; a table that says nothing has those of its style, mostly all. */
function rulesOf(table: XmlElement) {
  const borders = within(table, 'w:tblPr', 'w:tblBorders')
  const has = (side: string) =>
    !['none', 'nil'].includes(attribute(childOf(borders, `w:${side}`), 'w:val') ?? (borders ? 'none' : 'single'))
  if (has('insideV') || has('left')) return RULES
  return has('top') || has('bottom') ? 'copies' : 'noBorders'
}

const TYPES: Readonly<Record<string, string>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg' }
/** Finds the picture of a drawing in the package; other kinds than PNG and JPEG were refused with the template. */
function picturesOf(zip: PizZip): (drawing: XmlElement) => Piece[] {
  const relations = partOf(zip, 'word/_rels/document.xml.rels'),
    targets = new Map(
      (relations ? childrenOf(relations) : []).map((one) => [attribute(one, 'Id'), attribute(one, 'Target')]),
    )
  return (drawing) => {
    const id = attribute(allOf(drawing, 'a:blip')[0], 'r:embed'),
      target = targets.get(id),
      extent = allOf(drawing, 'wp:extent')[0]
    const type = TYPES[target?.split('.').at(-1)?.toLowerCase() ?? ''],
      file = target === undefined ? null : zip.file(`word/${target.replace(/^\/?word\//, '')}`)
    if (type === undefined || file === null) return []
    return [
      {
        image: `data:image/${type};base64,${Buffer.from(file.asUint8Array()).toString('base64')}`,
        width: Number(attribute(extent, 'cx') ?? 0) / EMU || 72,
        height: Number(attribute(extent, 'cy') ?? 0) / EMU || 72,
      },
    ]
  }
}

/** The words of the first header or footer that has any; numbers of pages are the PDF's own. */
function marginOf(zip: PizZip, kind: 'header' | 'footer'): string {
  const parts = zip.file(new RegExp(`^word/${kind}\\d*\\.xml$`)).map(({ name }) => partOf(zip, name))
  const texts = parts.map((part) =>
    (part ? allOf(part, 'w:p') : [])
      .filter((line) => !hasField(line))
      .map((line) =>
        allOf(line, 'w:t')
          .map((one) => one.textContent ?? '')
          .join(''),
      )
      .filter((line) => line.trim() !== '')
      .join('\n'),
  )
  return texts.find((text) => text !== '') ?? ''
}
const hasField = (line: XmlElement): boolean =>
  allOf(line, 'w:instrText').length > 0 || allOf(line, 'w:fldSimple').length > 0
