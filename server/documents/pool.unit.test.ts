import { afterAll, expect, it } from 'vitest'
import { IncompleteDataError } from './checked-data.ts'
import { documentPool } from './pool.ts'
import { SPECIMENS } from './specimens.ts'
import { TemplateError } from './word/render-docx.ts'
import { wordText } from './word/word-text.ts'

const pool = documentPool()
afterAll(() => pool.close())

it('makes documents in its thread, in any mixture', async () => {
  const [pdf, docx, verdict] = await Promise.all([
    pool.pdf('grantDecision', SPECIMENS.grantDecision),
    pool.docx('refuseDecision', SPECIMENS.refuseDecision),
    pool.defaultTemplate('refuseDecision').then((template) => pool.checkTemplate('refuseDecision', template)),
  ])
  expect(pdf.pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(wordText(docx)).toContain('不予法律援助决定书')
  expect(verdict).toEqual({ ok: true })
})
it('hands refusals back as what they are, and goes on', async () => {
  await expect(pool.pdf('grantDecision', { ...SPECIMENS.grantDecision, applicant: '' })).rejects.toBeInstanceOf(
    IncompleteDataError,
  )
  const refused = await pool
    .docx('grantDecision', SPECIMENS.grantDecision, Buffer.from('not a template at all, sorry'))
    .catch((e: unknown) => e)
  expect(refused).toBeInstanceOf(TemplateError)
  expect((refused as TemplateError).problems).toEqual([expect.stringMatching(/^这不是 Word 文档.*另存为/)])
  expect((await pool.pdf('officialLetter', SPECIMENS.officialLetter)).missingCharacters).toEqual([])
})
it('gives up an order that takes too long and serves the next from a new thread', async () => {
  const hasty = documentPool({ patience: 1 })
  await expect(hasty.pdf('grantDecision', SPECIMENS.grantDecision)).rejects.toThrow('took longer')
  await hasty.close()
})
it('rejects what waits when it is closed', async () => {
  const closing = documentPool()
  const waiting = [
    closing.pdf('grantDecision', SPECIMENS.grantDecision),
    closing.pdf('refuseDecision', SPECIMENS.refuseDecision),
  ].map((p) => p.catch((e: Error) => e.message))
  await closing.close()
  expect(await Promise.all(waiting)).toEqual(['The document pool is closed', 'The document pool is closed'])
  await expect(closing.pdf('grantDecision', SPECIMENS.grantDecision)).rejects.toThrow('closed')
})
