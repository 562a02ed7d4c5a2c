import { pinyin } from 'pinyin-pro'

/** One place of a text: a Chinese character with its sound, or a letter or digit that sounds like itself. */
export interface Sound {
  sign: string
  syllable: string /** what ears and accents mix up, folded into one */
  near: string
}

/** 拖欠 -> tuo qian. Signs that are neither are left out. */
export function soundsOf(text: string): Sound[] {
  const signs = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{Script=Han}a-z0-9]/u.test(sign))
  const syllables = pinyin(signs.join(''), { toneType: 'none', type: 'array', v: true })
  return signs.map((sign, i) => {
    const syllable = (syllables[i] ?? sign).toLowerCase()
    return { sign, syllable, near: nearSound(syllable) }
  })
}

/** zh and z, ch and c, sh and s, n and l, ang and an: how they are mixed up in speech and in typing. */
export const nearSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n')
