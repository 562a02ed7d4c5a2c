import { ParseError } from '@xmldom/xmldom'
import type PizZip from 'pizzip'
import { stylesOf } from './looks.ts'
import { allOf, attribute, childOf, partOf, within, type XmlElement } from './xml.ts'

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

/** What a template uses that the PDF cannot show, as Chinese sentences: words must not be in the Word file alone. */
export function undrawable(zip: PizZip): string[] {
  try {
    const body = within(partOf(zip, 'word/document.xml'), 'w:body')
    return body === undefined ? [] : found(zip, body)
  } catch (error) {
    if (error instanceof ParseError) return ['文件内容读不出来，请在 Word 里另存为 .docx 再上传']
    throw error
  }
}

function found(zip: PizZip, body: XmlElement): string[] {
  const styles = stylesOf(zip),
    has = (...names: string[]) => names.some((name) => allOf(body, name).length > 0)
  const pictures = zip.file(/^word\/media\//).filter(({ name, dir }) => !dir && !/\.(png|jpe?g)$/i.test(name))
  const parts: readonly (readonly [boolean, string])[] = [
    [
      allOf(body, 'w:p').some((one) => styles.numbered(childOf(one, 'w:pPr'))),
      '自动编号或项目符号（请直接打字写“一、”“1.”）',
    ],
    [has('w:txbxContent', 'v:textbox', 'wps:txbx'), '文本框（请把里面的字写成普通段落）'],
    [has('w:footnoteReference', 'w:endnoteReference'), '脚注或尾注（请写进正文）'],
    [has('m:oMath', 'w:sym'), '公式或特殊符号（请换成普通文字）'],
    [
      has('w:pict') || allOf(body, 'a:graphicData').some((one) => attribute(one, 'uri') !== PICTURE),
      '图表、形状或旧式图片（请换成 PNG 或 JPG 图片）',
    ],
    [pictures.length > 0, 'PNG、JPG 以外的图片（请换成这两种）'],
  ]
  const named = parts.flatMap(([is, what]) => (is ? [what] : []))
  return named.length === 0 ? [] : [`发给群众的 PDF 画不出这些：${named.join('；')}`]
}
