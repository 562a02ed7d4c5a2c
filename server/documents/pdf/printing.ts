import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { allFaces, BODY, type Face } from './faces.ts'
import { runsOf, type Ink } from './runs.ts'

/** A PDF and the characters that no font could draw; those stand in it as code points with a note. */
export interface PdfOutcome {
  pdf: Buffer
  missingCharacters: string[]
}

/** A heading lower than this share of the page goes to the next one, with what it heads. */
const LOW = 0.88
const MM = 72 / 25.4
/** Margins of GB/T 9704 official papers: top 37, left 28, right 26, bottom 35 mm; the top a little smaller for forms. */
const MARGINS: [number, number, number, number] = [28 * MM, 26 * MM, 26 * MM, 26 * MM]
/** Points between the margins of a sheet of A4. */
export const SHEET_WIDTH = 210 * MM - MARGINS[0] - MARGINS[2]

/** Rules around the cells of a table. */
export const RULES = { hLineWidth: () => 0.5, vLineWidth: () => 0.5 }

/**
 * The face of letters in drawings. Drawings ask for fonts by file and know nothing of pdfmake's store; the body's face, with which every
 * sheet begins, is found by its own name because it is loaded already.
 */
export const DRAWN = 'Drawn'

let prepared = false
function prepare(): void {
  if (prepared) return
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  pdfmake.setTableLayouts({
    copies: { hLineWidth: () => 0.7, vLineWidth: () => 0, paddingLeft: () => 2, paddingRight: () => 2 },
  })
  prepared = true
}

/** Puts a face into pdfmake's store on first use, so that each file is read once. */
function fontFiles(face: Face): [string, { normal: string; bold: string }] {
  const normal = `${face.family}.font`,
    bold = `${face.family}-bold.font`
  if (!pdfmake.virtualfs.existsSync(normal)) {
    pdfmake.virtualfs.writeFileSync(normal, face.bytes())
    pdfmake.virtualfs.writeFileSync(bold, face.boldBytes())
  }
  return [face.family, { normal, bold }]
}

/** Laid-out content on sheets of A4 with page numbers; `ink` says which faces it needs and what none of them has; `margins` is said on every page. */
export async function printed(
  name: string,
  content: Content[],
  ink: Ink,
  margins = { header: '', footer: '' },
): Promise<PdfOutcome> {
  const [header, footer] = [runsOf(margins.header, ink), runsOf(margins.footer, ink)]
  prepare()
  if (ink.missing.size > 0)
    content.push({
      text: runsOf(`注：电脑字库中没有的字，已用国际编码标出（共${ink.missing.size}个），请手写补正后盖章。`, ink),
      fontSize: 9,
    })
  const drawn = { normal: BODY.postscriptName(), bold: BODY.postscriptName() }
  pdfmake.setFonts({
    ...Object.fromEntries(
      allFaces()
        .filter((face) => ink.families.has(face.family))
        .map(fontFiles),
    ),
    [DRAWN]: drawn,
  })
  const definition: TDocumentDefinitions = {
    info: { title: name, creator: '法通', producer: '法通' },
    pageSize: 'A4',
    pageMargins: MARGINS,
    language: 'zh-CN',
    compress: true,
    defaultStyle: { font: BODY.family, fontSize: 12, lineHeight: 1.25 },
    ...(header.length > 0
      ? { header: () => ({ text: header, alignment: 'center', fontSize: 9, margin: [MARGINS[0], 30, MARGINS[2], 0] }) }
      : {}),
    footer: (page, pages) => [
      ...(footer.length > 0
        ? [
            {
              text: footer,
              alignment: 'center' as const,
              fontSize: 9,
              margin: [MARGINS[0], 8, MARGINS[2], 0] as [number, number, number, number],
            },
          ]
        : []),
      {
        text: `— ${page} / ${pages} —`,
        alignment: 'center',
        fontSize: 9,
        margin: [0, footer.length > 0 ? 4 : 30, 0, 0],
      },
    ],
    pageBreakBefore: (node, around) =>
      node.headlineLevel === 1 &&
      (around.getFollowingNodesOnPage().length === 0 || (node.startPosition?.verticalRatio ?? 0) > LOW),
    content,
  }
  return { pdf: await pdfmake.createPdf(definition).getBuffer(), missingCharacters: [...ink.missing] }
}
