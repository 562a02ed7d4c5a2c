import PizZip from 'pizzip'
import QRCode from 'qrcode'
import { checkedData } from '../checked-data.ts'
import { FORMS, type DocumentData, type DocumentKind } from '../kinds.ts'
import { openTemplate } from '../template-check/check-template.ts'
import { openWord } from '../template-check/tags.ts'
import { viewOf } from '../view.ts'
import { defaultTemplate } from './default-template.ts'
import { putPicture, QR_PICTURE, SIGNATURE_PICTURE } from './pictures.ts'

/** The template cannot be used; `problems` are Chinese sentences. */
export class TemplateError extends Error {
  override name = 'TemplateError'
  readonly problems: readonly string[]
  constructor(title: string, problems: readonly string[]) {
    super(`《${title}》的模板不能用：${problems.join('；')}`)
    this.problems = problems
  }
}

/** Fills a Word template, the bureau's or the default. Throws `IncompleteDataError` or `TemplateError`. */
export async function renderDocx<K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
  template?: Buffer,
): Promise<Buffer> {
  const form = FORMS[kind],
    checked = checkedData(kind, data),
    view = viewOf(form.schema, checked)
  const opened = template ? openTemplate(kind, template) : { zip: new PizZip(await defaultTemplate(kind)) }
  if ('problems' in opened) throw new TemplateError(form.title, opened.problems)
  const word = openWord(opened.zip)
  word.render(view)
  const zip = word.getZip()
  const code =
    checked.verifyUrl === undefined
      ? undefined
      : await QRCode.toBuffer(checked.verifyUrl, { type: 'png', margin: 1, width: 300, errorCorrectionLevel: 'M' })
  putPicture(zip, QR_PICTURE, code)
  const signed = view['签名图片']
  putPicture(zip, SIGNATURE_PICTURE, signed instanceof Uint8Array ? signed : undefined, { width: 160, height: 64 })
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
