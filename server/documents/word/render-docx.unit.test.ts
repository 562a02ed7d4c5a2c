import PizZip from 'pizzip'
import QRCode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { IncompleteDataError } from '../checked-data.ts'
import { bearsCode } from '../form.ts'
import { DOCUMENT_KINDS, FORMS, type DocumentKind } from '../kinds.ts'
import { SPECIMENS } from '../specimens.ts'
import { viewOf, type View } from '../view.ts'
import { defaultTemplate } from './default-template.ts'
import { renderDocx, TemplateError } from './render-docx.ts'
import { wordText } from './word-text.ts'

/** The texts the form shows; choices may serve only to pick a section. */
const texts = (view: View, form: string): string[] =>
  Object.entries(view).flatMap(([tag, value]) =>
    Array.isArray(value)
      ? value.flatMap((row) => texts(row, form))
      : typeof value === 'string' && form.includes(`{${tag}}`)
        ? value.split('\n')
        : [],
  )
const edited = async (kind: DocumentKind, change: (xml: string) => string) => {
  const zip = new PizZip(await defaultTemplate(kind))
  zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()))
  return zip.generate({ type: 'nodebuffer' })
}

describe.each(DOCUMENT_KINDS)('%s in Word', (kind) => {
  it('contains every value, and no tag is left', async () => {
    const text = wordText(await renderDocx(kind, SPECIMENS[kind]))
    for (const value of texts(viewOf(FORMS[kind].schema, SPECIMENS[kind]), JSON.stringify(FORMS[kind].blocks)))
      expect(text).toContain(value)
    expect(text).not.toMatch(/[{}]|undefined/)
    expect(text.includes('扫码核验')).toBe(bearsCode(FORMS[kind]))
  })
  it('takes its own default template as an upload', async () => {
    expect(wordText(await renderDocx(kind, SPECIMENS[kind], await defaultTemplate(kind)))).toBe(
      wordText(await renderDocx(kind, SPECIMENS[kind])),
    )
  })
})

describe('templates and data', () => {
  it("follow the bureau's edits", async () => {
    const template = await edited('grantDecision', (xml) => xml.replace('本机构决定：', '兰州新区特别决定：'))
    expect(wordText(await renderDocx('grantDecision', SPECIMENS.grantDecision, template))).toContain(
      '兰州新区特别决定：',
    )
  })
  it('name the tags that are unknown or missing', async () => {
    const template = await edited('grantDecision', (xml) => xml.replace('{审查意见}', '{审核意见}'))
    const failure = await renderDocx('grantDecision', SPECIMENS.grantDecision, template).catch((e: unknown) => e)
    expect(failure).toBeInstanceOf(TemplateError)
    expect((failure as TemplateError).problems).toEqual([
      expect.stringMatching(/^不认识的填写项：\{审核意见\}。.*请改回来/),
      expect.stringMatching(/^缺少必要的填写项：\{审查意见\}。请照原样写回/),
    ])
  })
  it('list everything that is missing in plain Chinese', async () => {
    const { reason: _, ...rest } = SPECIMENS.grantDecision
    const failure = await renderDocx('grantDecision', { ...rest, assignBy: '26/11/2026' } as never).catch(
      (e: unknown) => e,
    )
    expect(failure).toBeInstanceOf(IncompleteDataError)
    expect((failure as IncompleteDataError).problems).toEqual(['缺少审查意见', '指派届满日期要写成 2026-11-23 的样子'])
  })
  it('name the row of a list', async () => {
    const data = { ...SPECIMENS.supplementNotice, items: [{ code: '01', name: '身份证明', requirement: ' ' }] }
    await expect(renderDocx('supplementNotice', data)).rejects.toThrow('缺少补充事项第1行的具体要求')
  })
  it('keep what people write as text', async () => {
    const story = '{申请人} {#材料} <w:p/> & "引号"\n第二行'
    const text = wordText(await renderDocx('applicationForm', { ...SPECIMENS.applicationForm, story }))
    for (const line of story.split('\n')) expect(text).toContain(line)
  })
})

describe('pictures', () => {
  const part = (file: Buffer, name: string) => new PizZip(file).file(name)?.asUint8Array()
  it('put the code of this document in place of the placeholder', async () => {
    const file = await renderDocx('grantDecision', SPECIMENS.grantDecision)
    const code = await QRCode.toBuffer(SPECIMENS.grantDecision.verifyUrl, {
      type: 'png',
      margin: 1,
      width: 300,
      errorCorrectionLevel: 'M',
    })
    expect(Buffer.from(part(file, 'word/media/fatong-verify.png')!).equals(code)).toBe(true)
    expect(new PizZip(file).file('word/_rels/document.xml.rels')!.asText()).toContain('media/fatong-verify.png')
  })
  it('put the signature, or leave the place blank', async () => {
    const signature = new Uint8Array(await QRCode.toBuffer('signature', { type: 'png' }))
    const signed = await renderDocx('applicationForm', { ...SPECIMENS.applicationForm, signature })
    expect(Buffer.from(part(signed, 'word/media/fatong-signature.png')!).equals(Buffer.from(signature))).toBe(true)
    const drawings = (file: Buffer) =>
      new PizZip(file)
        .file('word/document.xml')!
        .asText()
        .match(/<w:drawing>/g)?.length
    expect(drawings(signed)).toBe(2)
    expect(drawings(await renderDocx('applicationForm', SPECIMENS.applicationForm))).toBe(1)
  })
  it('refuse a signature that is not a PNG', async () => {
    await expect(
      renderDocx('applicationForm', { ...SPECIMENS.applicationForm, signature: new Uint8Array(500) }),
    ).rejects.toThrow('签名图片不是 PNG 图片')
  })
})
