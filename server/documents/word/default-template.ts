import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import QRCode from 'qrcode'
import { FORMS, type DocumentKind } from '../kinds.ts'
import { layOut } from './lay-out.ts'

const MM = 56.7
const made = new Map<DocumentKind, Promise<Buffer>>()

/** The Word template of a kind with its tags in braces, for the bureau to edit; the same text as the PDF. */
export function defaultTemplate(kind: DocumentKind): Promise<Buffer> {
  let template = made.get(kind)
  if (!template) made.set(kind, (template = build(kind)))
  return template
}

async function build(kind: DocumentKind): Promise<Buffer> {
  const form = FORMS[kind]
  const page = (parts: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) =>
    new TextRun({ children: parts, size: 18 })
  const document = new Document({
    title: form.title,
    creator: '法通',
    description: `《${form.title}》模板。花括号里的是要填的内容，例如 {机构名称}；可以移动，不要改字。`,
    styles: {
      default: {
        document: { run: { size: 24, font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 26 * MM, right: 26 * MM, bottom: 26 * MM, left: 28 * MM },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [page(['— ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —'])],
              }),
            ],
          }),
        },
        children: layOut(form.blocks, {
          qr: await placeholder('此处自动放核验二维码'),
          signature: await placeholder('此处自动放签名'),
        }),
      },
    ],
  })
  return Packer.toBuffer(document)
}

const placeholder = (text: string) =>
  QRCode.toBuffer(text, { type: 'png', margin: 0, width: 120, color: { dark: '#999999', light: '#ffffff' } })
