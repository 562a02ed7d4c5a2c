import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { SAMPLE_CASES } from '../../seed/cases.ts'
import { exportMyData } from './export-my-data.ts'
import type { OwnFilePaper } from './own-file-papers.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

const papersOf = async (name: string): Promise<OwnFilePaper[]> => {
  const outcome = await exportMyData(district.parts, await district.applicant(name))
  if (!outcome.ok) throw new Error(outcome.error)
  const { cases } = outcome.value as { cases: { number: string; filePapers: OwnFilePaper[] }[] }
  const { number } = await district.caseOf(name)
  return cases.find((one) => one.number === number)?.filePapers ?? []
}
const of = (until: (typeof SAMPLE_CASES)[number]['until']): string => {
  const found = SAMPLE_CASES.find((one) => one.until === until && one.helper === undefined)
  if (!found) throw new Error(`no sample case goes as far as ${until}`)
  return found.name
}
const told = (papers: readonly OwnFilePaper[], title: string, what: string) =>
  papers.find((one) => one.title === title)?.lines.find((line) => line.what === what)?.text

it('an applicant takes away what was served on them and what they said, in plain words, and nothing that staff thought of it', async () => {
  const name = of('archived')
  const papers = await papersOf(name)
  expect(papers.map(({ title }) => title)).toEqual(['送达回证', '法律援助案件回访表'])
  expect(told(papers, '送达回证', '受送达人')).toBe(name)
  expect(told(papers, '法律援助案件回访表', '总的满意不满意')).toMatch(/^(满意|不满意|没有问到)$/)
  for (const { at, lines } of papers) {
    expect(at).toBeGreaterThan(0)
    expect(lines.length).toBeGreaterThan(4)
    for (const { what, text } of lines) expect(text, what).not.toMatch(/^$|undefined|☐|\[object/)
  }
})

it('a refusal and urgent aid leave theirs, an application that waits none', async () => {
  expect((await papersOf(of('refused'))).map(({ title }) => title)).toEqual(['送达回证'])
  expect((await papersOf(of('provisional'))).map(({ title }) => title)).toContain('先行提供法律援助审批记录')
  expect(await papersOf(of('submitted'))).toEqual([])
})
