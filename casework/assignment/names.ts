/**
 * One spelling for the many ways a name is typed, so that the conflict check does not miss a party over a space.
 * Used on both sides of every comparison and when party records are written.
 */

/** Full width to half width, no spaces, one dot for names of minorities, one ending for companies, upper case. */
export function normaliseName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]+/gu, '')
    .replace(/[•・‧∙.﹒⋅·]/gu, '·')
    .replace(/[()[\]【】「」《》"'“”‘’]/gu, '')
    .toUpperCase()
    .normalize('NFKC') // upper case and left-out signs may take a letter apart
  return COMPANY_ENDINGS.reduce((text, [written, kept]) => text.replace(written, kept), plain)
}

/** A branch keeps its ending, so only the part that names the kind of company is unified. */
const COMPANY_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/股份有限责任公司|股份有限公司|股份公司/gu, '股份公司'],
  [/有限责任公司|有限公司/gu, '有限公司'],
]

/** 分公司, 分店, 项目部: not a person of its own in law, so the parent's conflicts are its conflicts. */
const BRANCH = /^(.+(?:公司|集团|中心|厂))(.*(?:分公司|分店|分厂|项目部|办事处))$/u

/** The parent of a branch by its normalised name; undefined when the name is not a branch's. */
export const parentName = (normalised: string): string | undefined => BRANCH.exec(normalised)?.[1]
