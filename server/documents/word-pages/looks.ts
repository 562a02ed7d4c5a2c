import type PizZip from 'pizzip'
import { allOf, attribute, childOf, partOf, within, type XmlElement } from './xml.ts'

/** How a stretch of text looks: size in points, what is not said holds as before. */
export interface TextLook {
  size?: number
  bold?: boolean
  color?: string
  underline?: boolean
  strike?: boolean
  hidden?: boolean
}
/** How a paragraph stands: lengths in points. */
export interface ParagraphLook {
  align?: 'left' | 'center' | 'right' | 'justify'
  firstLine?: number
  left?: number
  before?: number
  after?: number
  newPage?: boolean
  keepNext?: boolean
  text: TextLook
}

/** Twentieths of a point, as Word measures lengths. */
const TWIPS = 20
/** Word's own size of text where a file says nothing. */
const PLAIN = 10
const ALIGN: Readonly<Record<string, ParagraphLook['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  left: 'left',
  start: 'left',
}

const on = (of: XmlElement | undefined): boolean | undefined =>
  of && !['0', 'false', 'off', 'none'].includes(attribute(of, 'w:val') ?? '1')
const length = (of: XmlElement | undefined, name: string): number | undefined => {
  const given = attribute(of, name)
  return given === undefined || !Number.isFinite(Number(given)) ? undefined : Number(given) / TWIPS
}
/** Leaves out what is not said, so that it does not cover what holds already. */
const said = <T extends object>(look: T): T =>
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as T

/** There is one face for all: the heavy ones of official papers are shown bold, as the forms do. */
const heavy = (fonts: XmlElement | undefined): boolean | undefined =>
  /黑体|SimHei|小标宋/.test(attribute(fonts, 'w:eastAsia') ?? '') ? true : undefined

export function textLook(properties: XmlElement | undefined): TextLook {
  const size = Number(attribute(childOf(properties, 'w:sz'), 'w:val')) / 2,
    color = attribute(childOf(properties, 'w:color'), 'w:val')
  return said<TextLook>({
    size: size > 0 ? size : undefined,
    bold: on(childOf(properties, 'w:b')) ?? heavy(childOf(properties, 'w:rFonts')),
    color: color !== undefined && /^[0-9a-f]{6}$/i.test(color) ? `#${color}` : undefined,
    underline: on(childOf(properties, 'w:u')),
    strike: on(childOf(properties, 'w:strike')),
    hidden: on(childOf(properties, 'w:vanish')),
  })
}

function ownLook(
  properties: XmlElement | undefined,
): Omit<ParagraphLook, 'text'> & { firstLineChars?: number; leftChars?: number } {
  const indent = childOf(properties, 'w:ind'),
    spacing = childOf(properties, 'w:spacing'),
    chars = (name: string) => {
      const given = attribute(indent, name)
      return given === undefined ? undefined : Number(given) / 100
    }
  const hanging = length(indent, 'w:hanging')
  return said({
    align: ALIGN[attribute(childOf(properties, 'w:jc'), 'w:val') ?? ''],
    left: length(indent, 'w:left') ?? length(indent, 'w:start'),
    firstLine: hanging === undefined ? length(indent, 'w:firstLine') : -hanging,
    firstLineChars: chars('w:firstLineChars'),
    leftChars: chars('w:leftChars'),
    before: length(spacing, 'w:before'),
    after: length(spacing, 'w:after'),
    newPage: on(childOf(properties, 'w:pageBreakBefore')),
    keepNext: on(childOf(properties, 'w:keepNext')),
  })
}

/** The styles of a package: what paragraphs and runs look like that name one, or none. */
export interface Styles {
  paragraph(properties: XmlElement | undefined): ParagraphLook
  run(properties: XmlElement | undefined, around: TextLook): TextLook /** Numbered by its style. */
  numbered(properties: XmlElement | undefined): boolean
}

export function stylesOf(zip: PizZip): Styles {
  const root = partOf(zip, 'word/styles.xml'),
    byId = new Map((root ? allOf(root, 'w:style') : []).map((style) => [attribute(style, 'w:styleId'), style]))
  const standard = (root ? allOf(root, 'w:style') : []).find(
    (style) => attribute(style, 'w:type') === 'paragraph' && attribute(style, 'w:default') === '1',
  )
  const ground = textLook(within(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')),
    groundParagraph = within(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')
  /** A style and what it is based on, the base first. */
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    for (
      let style = byId.get(id);
      style !== undefined && !found.includes(style);
      style = byId.get(attribute(childOf(style, 'w:basedOn'), 'w:val'))
    )
      found.unshift(style)
    return found
  }
  const stylesFor = (properties: XmlElement | undefined) => {
    const named = attribute(childOf(properties, 'w:pStyle'), 'w:val')
    return chain(byId.has(named) ? named : attribute(standard, 'w:styleId'))
  }
  return {
    paragraph(properties) {
      const styles = stylesFor(properties),
        text: TextLook = Object.assign(
          { size: PLAIN },
          ground,
          ...styles.map((style) => textLook(childOf(style, 'w:rPr'))),
        ) as TextLook
      const { firstLineChars, leftChars, ...own } = Object.assign(
        {},
        ownLook(groundParagraph),
        ...styles.map((style) => ownLook(childOf(style, 'w:pPr'))),
        ownLook(properties),
      ) as ReturnType<typeof ownLook>
      const size = text.size ?? PLAIN
      return said({
        ...own,
        firstLine: firstLineChars ? firstLineChars * size : own.firstLine,
        left: leftChars ? leftChars * size : own.left,
        text,
      })
    },
    run: (properties, around) =>
      Object.assign(
        {},
        around,
        ...chain(attribute(childOf(properties, 'w:rStyle'), 'w:val')).map((style) => textLook(childOf(style, 'w:rPr'))),
        textLook(properties),
      ) as TextLook,
    numbered: (properties) => {
      const number = [
        properties,
        ...stylesFor(properties)
          .map((style) => childOf(style, 'w:pPr'))
          .reverse(),
      ]
        .map((one) => childOf(one, 'w:numPr'))
        .find((one) => one !== undefined)
      return number !== undefined && (attribute(childOf(number, 'w:numId'), 'w:val') ?? '0') !== '0'
    },
  }
}
