import { FILE_PAPERS, type FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { documentPool } from '../../documents/pool.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { readCasePage } from '../desk/read-case.ts'
import type { Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { input } from '../testing/test-parts.ts'
import { openFilePaper } from './open-file-paper.ts'

let district: TestDistrict
let parts: Parts
const pool = documentPool()
beforeAll(async () => {
  district = await testDistrict()
  parts = { ...district.parts, documents: pool }
}, 120_000)
afterAll(async () => {
  await pool.close()
  await district.close()
})

const pageOf = async (name: string, login = 'zhuren') => {
  const outcome = await readCasePage(
    parts,
    district.cast.byLogin(login),
    input({ params: { id: (await district.caseOf(name)).id } }),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const open = async (login: string, name: string, paper: FilePaperKind, version: number, as: 'pdf' | 'docx' = 'pdf') =>
  openFilePaper(
    parts,
    district.cast.byLogin(login),
    input({ params: { id: (await district.caseOf(name)).id, paper, version }, query: { as } }),
  )
const bytesOf = (outcome: Outcome<{ file: unknown }>): Buffer => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.file as Buffer
}

it('draws every kind of paper that a case of the sample has left, in both forms', async () => {
  const drawn = new Set<FilePaperKind>()
  for (const { name } of SAMPLE_CASES) {
    for (const { kind, version } of (await pageOf(name)).filePapers) {
      if (drawn.has(kind)) continue
      drawn.add(kind)
      expect(
        bytesOf(await open('zhuren', name, kind, version))
          .subarray(0, 5)
          .toString(),
        kind,
      ).toBe('%PDF-')
      expect(
        bytesOf(await open('zhuren', name, kind, version, 'docx'))
          .subarray(0, 2)
          .toString(),
        kind,
      ).toBe('PK')
    }
  }
  // The bureau has ordered no correction in the sample.
  expect(Object.keys(FILE_PAPERS).filter((kind) => !drawn.has(kind as FilePaperKind))).toEqual(['revocationRecord'])
}, 120_000)

it('keeps no row and no number for it, and writes the reading down', async () => {
  const { id, filePapers } = await pageOf('何长生')
  const issued = await parts.stores.documents.ofCase(SYSTEM, id)
  const [approval] = filePapers
  bytesOf(await open('zhuren', '何长生', approval!.kind, approval!.version))
  expect(await parts.stores.documents.ofCase(SYSTEM, id)).toEqual(issued)
  const { rows } = await withAccess(district.parts.database, SYSTEM, ({ client }) =>
    client.query<{ fields: string[] }>(
      `SELECT fields FROM fatong.audit WHERE subject_kind = 'filePaper' AND subject_id = $1 ORDER BY position DESC LIMIT 1`,
      [id],
    ),
  )
  expect(rows[0]?.fields).toEqual(['pdf', '法律援助审批表'])
})

it('is for those who see the case, and only at the step that left it', async () => {
  const { filePapers } = await pageOf('何长生')
  const { kind, version } = filePapers[0]!
  expect(await open('lvshi3', '何长生', kind, version)).toMatchObject({ error: 'notFound' })
  expect(await open('zhongchuan', '何长生', kind, version)).toMatchObject({ ok: true })
  expect(await open('zhuren', '何长生', kind, version + 1)).toMatchObject({ error: 'notFound' })
  expect(await open('zhuren', '何长生', 'closingNote', version)).toMatchObject({ error: 'notFound' })
})
