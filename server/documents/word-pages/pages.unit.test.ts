import PizZip from 'pizzip'
import type { Content } from 'pdfmake/interfaces.js'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS, type DocumentKind } from '../kinds.ts'
import { freshInk } from '../pdf/runs.ts'
import { renderPdfWithReport } from '../pdf/render-pdf.ts'
import { SPECIMENS } from '../specimens.ts'
import { checkTemplate } from '../template-check/check-template.ts'
import { tryTemplate } from '../template-check/try-template.ts'
import { defaultTemplate } from '../word/default-template.ts'
import { renderDocx } from '../word/render-docx.ts'
import { wordText } from '../word/word-text.ts'
import { pagesOf } from './pages.ts'

/** All text of what pdfmake is given, in order. */
const textOf = (content: unknown): string => {
  if (typeof content === 'string') return content
  if (Array.isArray(content)) return content.map(textOf).join('')
  const { text, stack, columns, table } = content as {
    text?: unknown
    stack?: unknown
    columns?: unknown
    table?: { body: unknown[] }
  }
  return [text, stack, columns, table?.body].map((part) => (part === undefined ? '' : textOf(part))).join('')
}
const bare = (text: string) => text.replace(/\s/g, '')
const shown = (file: Buffer) => pagesOf(new PizZip(file), freshInk())
const edited = async (kind: DocumentKind, change: (xml: string) => string, also?: (zip: PizZip) => void) => {
  const zip = new PizZip(await defaultTemplate(kind))
  zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()))
  also?.(zip)
  return zip.generate({ type: 'nodebuffer' })
}
const first = (inner: string) => (xml: string) => xml.replace('<w:body>', `<w:body>${inner}`)
/** The body of a file that says only this, as content. */
const bodyOf = async (inner: string): Promise<Content[]> =>
  shown(await edited('grantDecision', (xml) => xml.replace(/<w:body>.*<\/w:body>/s, `<w:body>${inner}</w:body>`)))
    .content

describe.each(DOCUMENT_KINDS)('%s by its Word template', (kind) => {
  it('says in the PDF every word that the Word file says, in the same order', async () => {
    const word = await renderDocx(kind, SPECIMENS[kind])
    expect(bare(textOf(shown(word).content))).toBe(bare(wordText(word)))
    expect(await tryTemplate(kind, await defaultTemplate(kind))).toEqual({ ok: true })
  })
})

describe('what the bureau changed', () => {
  it('stands in the PDF, with header and footer on every page', async () => {
    const template = await edited(
      'grantDecision',
      (xml) => xml.replace('本机构决定：', '兰州新区特别决定：'),
      (zip) => {
        const [footer] = zip.file(/^word\/footer\d*\.xml$/)
        zip.file(
          footer!.name,
          footer!.asText().replace('</w:ftr>', '<w:p><w:r><w:t>咨询电话 12348</w:t></w:r></w:p></w:ftr>'),
        )
      },
    )
    const { content, margins } = shown(await renderDocx('grantDecision', SPECIMENS.grantDecision, template))
    expect(textOf(content)).toContain('兰州新区特别决定：')
    expect(margins).toEqual({ header: '', footer: '咨询电话 12348' })
    const { pdf, missingCharacters } = await renderPdfWithReport('grantDecision', SPECIMENS.grantDecision, template)
    expect([pdf.subarray(0, 5).toString(), missingCharacters]).toEqual(['%PDF-', []])
  })

  it('keeps alignment, indents, size, bold and colour, from styles too', async () => {
    const content =
      await bodyOf(`<w:p><w:pPr><w:jc w:val="center"/><w:spacing w:before="240" w:after="120"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/><w:color w:val="C00000"/></w:rPr><w:t>标题</w:t></w:r></w:p>
      <w:p><w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>一、</w:t></w:r></w:p><w:p><w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t></w:t></w:r></w:p><w:p><w:pPr><w:ind w:firstLineChars="200" w:left="420"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>正文</w:t></w:r></w:p>`)
    expect(content[0]).toMatchObject({
      alignment: 'center',
      margin: [0, 12, 0, 6],
      text: [{ text: '标题', bold: true, fontSize: 16, color: '#C00000' }],
    })
    expect(content[1]).toMatchObject({ text: [{ text: '一、', bold: true }] })
    expect(content[2]).toMatchObject({ text: [{ text: ' ', fontSize: 6 }] })
    expect(content[3]).toMatchObject({
      alignment: 'left',
      margin: [21, 0, 0, 0],
      leadingIndent: 24,
      text: [{ text: '正文', bold: false, fontSize: 12 }],
    })
  })

  it('keeps merged cells, repeated heads and rules of tables', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const [content] =
      await bodyOf(`<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:bottom w:val="single"/><w:insideV w:val="none"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="6000"/></w:tblGrid>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('表头', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('一')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('二')}</w:tr></w:tbl>`)
    expect(content).toMatchObject({
      layout: 'copies',
      table: {
        widths: ['25%', '75%'],
        headerRows: 1,
        body: [
          [{ colSpan: 2 }, {}],
          [{ rowSpan: 2 }, { rowSpan: 1 }],
          [{}, {}],
        ],
      },
    })
    expect(textOf(content)).toBe('表头甲一二')
  })

  it('follows pages, hidden and deleted words, and pictures beside text', async () => {
    const content = await bodyOf(
      `<w:p><w:r><w:t>一</w:t><w:br w:type="page"/><w:t>二</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:ins><w:r><w:t>加</w:t></w:r></w:ins></w:p>`,
    )
    expect(content.map(textOf)).toEqual(['一', '二加'])
    expect(content[1]).toMatchObject({ pageBreak: 'before' })
    const signed = shown(
      await renderDocx('applicationForm', {
        ...SPECIMENS.applicationForm,
        signature: new Uint8Array(
          new PizZip(await defaultTemplate('applicationForm')).file(/^word\/media\/.+\.png$/)[0]!.asUint8Array(),
        ),
      }),
    ).content
    expect(JSON.stringify(signed).match(/data:image\/png;base64/g)).toHaveLength(2)
  })
})

describe('what a PDF cannot show is refused with the template', () => {
  const paragraph = (inner: string) => first(`<w:p>${inner}</w:p>`)
  it.each([
    [
      'automatic numbers',
      paragraph('<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r>'),
      /自动编号/,
    ],
    [
      'a text box',
      paragraph(
        '<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>',
      ),
      /文本框/,
    ],
    ['a footnote', paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'), /脚注/],
    ['a symbol', paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), /特殊符号/],
    ['a prefix that stands for nothing', paragraph('<w:r><x:y/></w:r>'), /读不出来/],
    [
      'a chart',
      paragraph(
        '<w:r><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>',
      ),
      /图表/,
    ],
  ])('%s', async (_, change, expected) => {
    const verdict = checkTemplate('grantDecision', await edited('grantDecision', change))
    expect(verdict.ok ? '' : verdict.problems.join()).toMatch(expected)
  })
  it('a number taken away again, and a picture in another form', async () => {
    expect(
      checkTemplate(
        'grantDecision',
        await edited(
          'grantDecision',
          paragraph('<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r>'),
        ),
      ),
    ).toEqual({ ok: true })
    const verdict = checkTemplate(
      'grantDecision',
      await edited(
        'grantDecision',
        (xml) => xml,
        (zip) => {
          zip.file('word/media/logo.gif', 'GIF89a')
        },
      ),
    )
    expect(verdict.ok ? '' : verdict.problems.join()).toMatch(/PNG、JPG 以外/)
  })
})
