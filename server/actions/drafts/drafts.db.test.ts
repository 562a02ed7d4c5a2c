import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { jpeg, zip } from '../../files/testing/samples.ts'
import { removeUnusedFiles } from '../files/remove-unused.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { discardDraft } from './discard-draft.ts'
import { removeDraftMaterial, viewDraftMaterial } from './draft-material.ts'
import { readDraft } from './read-draft.ts'
import { saveDraft } from './save-draft.ts'
import { startDraft } from './start-draft.ts'
import { uploadToDraft } from './upload-to-draft.ts'

let parts: TestParts
beforeAll(async () => {
  parts = await testParts()
})
afterAll(() => parts.close())

const data = { story: '三个月没发工资', applicant: { name: '王小明', idNumber: '620102199001011234' } }
async function started(idempotencyKey?: string) {
  const outcome = await startDraft(
    parts,
    parts.nobody,
    input({ body: { data }, ...(idempotencyKey ? { idempotencyKey } : {}) }),
  )
  if (!outcome.ok) throw new Error(outcome.error)
  return { id: outcome.value.draft.id, secret: outcome.value.secret }
}
const upload = (
  id: string,
  draftSecret: string | undefined,
  bytes: Buffer,
  { kind = 'wageEvidence', ...more }: { fileSha256?: string; contentType?: string; kind?: MaterialKind } = {},
) =>
  uploadToDraft(parts, parts.nobody, {
    params: { id },
    query: { kind, name: '../欠条.jpg' },
    body: Readable.from([bytes]),
    draftSecret,
    ...more,
  })

describe('a draft', () => {
  it('is read back with its secret only', async () => {
    const { id, secret } = await started()
    expect(await readDraft(parts, parts.nobody, input({ params: { id }, draftSecret: secret }))).toMatchObject({
      ok: true,
      value: { data, version: 1, materials: [] },
    })
    for (const draftSecret of [undefined, '', `${secret.slice(0, -1)}_`])
      expect(await readDraft(parts, parts.nobody, input({ params: { id }, draftSecret }))).toEqual({
        ok: false,
        error: 'notFound',
      })
    const { secret: other } = await started()
    expect(await readDraft(parts, parts.nobody, input({ params: { id }, draftSecret: other }))).toEqual({
      ok: false,
      error: 'notFound',
    })
  })
  it('is stored sealed, its secret hashed', async () => {
    const { secret } = await started('key-sealed-1')
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query<{ text: string }>(
        `SELECT d::text || encode(d.data_enc, 'escape') AS text FROM fatong.draft d UNION ALL SELECT i::text FROM fatong.idempotency i`,
      ),
    )
    for (const { text } of rows) {
      expect(text).not.toContain('620102199001011234')
      expect(text).not.toContain(secret)
    }
  })
  it('started twice with one key is one draft; with other content the key is refused', async () => {
    const one = await started('key-00000001')
    expect(await started('key-00000001')).toEqual(one)
    expect(
      await startDraft(parts, parts.nobody, input({ body: { data: {} }, idempotencyKey: 'key-00000001' })),
    ).toMatchObject({ error: 'keyReused' })
  })
  it('saved from two devices loses nothing: the second is shown the newer one', async () => {
    const { id, secret } = await started()
    const save = (version: number, story: string) =>
      saveDraft(parts, parts.nobody, input({ params: { id }, body: { data: { story }, version }, draftSecret: secret }))
    expect(await save(1, 'A')).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await save(1, 'B')).toMatchObject({
      error: 'draftConflict',
      data: { draft: { version: 2, data: { story: 'A' } } },
    })
    const both = await Promise.all([save(2, 'C'), save(2, 'D')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
  it('is gone after its time, and when discarded', async () => {
    const { id, secret } = await started()
    expect(await discardDraft(parts, parts.nobody, input({ params: { id }, draftSecret: secret }))).toMatchObject({
      ok: true,
    })
    expect(await readDraft(parts, parts.nobody, input({ params: { id }, draftSecret: secret }))).toMatchObject({
      error: 'notFound',
    })
    const old = await started()
    parts.pass(61 * 86_400_000)
    expect(
      await readDraft(parts, parts.nobody, input({ params: { id: old.id }, draftSecret: old.secret })),
    ).toMatchObject({ error: 'notFound' })
    expect(await parts.stores.drafts.sweep(parts.clock.now())).toBeGreaterThan(0)
  })
})

describe('material of a draft', () => {
  it('is checked, kept and shown again with headers that keep it harmless', async () => {
    const { id, secret } = await started()
    const bytes = jpeg()
    const outcome = await upload(id, secret, bytes, {
      fileSha256: createHash('sha256').update(bytes).digest('hex'),
      contentType: 'image/jpeg',
    })
    expect(outcome).toMatchObject({
      ok: true,
      value: { kind: 'wageEvidence', name: '欠条.jpg', mediaType: 'image/jpeg', bytes: bytes.length },
    })
    const material = outcome.ok ? outcome.value.id : ''
    const shown = await viewDraftMaterial(parts, parts.nobody, input({ params: { id, material }, draftSecret: secret }))
    if (!shown.ok) throw new Error(shown.error)
    expect(shown.value.headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringContaining('sandbox') as string,
      'Content-Disposition': expect.stringContaining('inline') as string,
    })
    expect(Buffer.concat((await (shown.value.file as Readable).toArray()) as Buffer[]).equals(bytes)).toBe(true)
    expect(await viewDraftMaterial(parts, parts.nobody, input({ params: { id, material } }))).toMatchObject({
      error: 'notFound',
    })
    expect(
      await removeDraftMaterial(parts, parts.nobody, input({ params: { id, material }, draftSecret: secret })),
    ).toMatchObject({ ok: true })
    expect(
      await viewDraftMaterial(parts, parts.nobody, input({ params: { id, material }, draftSecret: secret })),
    ).toMatchObject({ error: 'notFound' })
  })
  it('is one paper when the same photo comes again, and two when it is to show two things', async () => {
    const { id, secret } = await started()
    const first = await upload(id, secret, jpeg({ width: 55 }))
    const [again, atOnce] = await Promise.all([
      upload(id, secret, jpeg({ width: 55 })),
      upload(id, secret, jpeg({ width: 55 })),
    ])
    expect(first.ok && again).toEqual(first)
    expect(atOnce).toEqual(first)
    expect(await upload(id, secret, jpeg({ width: 55 }), { kind: 'caseMaterial' })).toMatchObject({
      ok: true,
      value: { kind: 'caseMaterial' },
    })
    expect((await parts.stores.drafts.materials(id)).map(({ kind }) => kind).sort()).toEqual([
      'caseMaterial',
      'wageEvidence',
    ])
  })
  it('hostile, changed on the way or for somebody else’s draft is not kept', async () => {
    const { id, secret } = await started()
    expect(await upload(id, secret, jpeg({ behind: zip() }))).toMatchObject({ error: 'fileHostile' })
    expect(await upload(id, secret, jpeg(), { fileSha256: 'a'.repeat(64) })).toMatchObject({ error: 'fileChanged' })
    expect(await upload(id, secret, Buffer.from('hello'))).toMatchObject({
      error: 'fileNotAccepted',
      fields: { file: expect.any(String) as string },
    })
    expect(await upload(id, undefined, jpeg())).toMatchObject({ error: 'notFound' })
    expect(await parts.stores.drafts.materials(id)).toEqual([])
  })
  it('is at most 30, however many come at once', async () => {
    const { id, secret } = await started()
    const outcomes: string[] = []
    for (let round = 0; round < 4; round += 1) {
      const some = await Promise.all(
        Array.from({ length: 8 }, (_, one) => upload(id, secret, jpeg({ width: 8 * round + one + 1 }))),
      )
      outcomes.push(...some.map((outcome) => (outcome.ok ? 'kept' : outcome.error)))
    }
    expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(30)
    expect(outcomes.filter((outcome) => outcome === 'tooManyFiles')).toHaveLength(2)
  })
  it('that nothing points to is removed, but not on its first day', async () => {
    const { id, secret } = await started()
    await upload(id, secret, jpeg({ width: 77 }))
    const [{ sha256 } = { sha256: '' }] = await parts.stores.drafts.materials(id)
    await discardDraft(parts, parts.nobody, input({ params: { id }, draftSecret: secret }))
    await removeUnusedFiles(parts)
    expect(await parts.files.has(sha256)).toBe(true)
    const later = { ...parts, files: { ...parts.files, remove: (address: string) => parts.files.remove(address, -1) } }
    expect(await removeUnusedFiles(later)).toBeGreaterThan(0)
    expect(await parts.files.has(sha256)).toBe(false)
    const again = await started()
    expect(await upload(again.id, again.secret, jpeg({ width: 77 }))).toMatchObject({ ok: true })
    expect(await removeUnusedFiles(later)).toBe(0)
    expect(await parts.files.has(sha256)).toBe(true)
  })
})
