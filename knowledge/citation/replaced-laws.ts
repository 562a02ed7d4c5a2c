/** Laws that are gone, and what stands in their place. */

/** 民法典 1260: these nine laws ended when the code began, on 2021-01-01. */
const BY_THE_CODE: ReadonlySet<string> = new Set([
  '婚姻法',
  '继承法',
  '民法通则',
  '收养法',
  '担保法',
  '合同法',
  '物权法',
  '侵权责任法',
  '民法总则',
])

/** The law that somebody names, where it or, for a reading of it (婚姻法解释二), the law it reads has been replaced by the code. */
export function replacedByCode(said: string): string | undefined {
  const plain = said.replace(/[《》\s]/gu, '').replace(/^中华人民共和国/u, '')
  const law = plain.replace(/(?:司法)?解释[（(]?[一二三]?[)）]?$/u, '')
  return BY_THE_CODE.has(law) ? law : undefined
}
