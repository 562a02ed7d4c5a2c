/** In which script somebody writes. Only what decides the reply: a question in Chinese may hold names and numbers of any kind. */
export type Script = 'chinese' | 'latin' | 'tibetan' | 'arabic' | 'mongolian' | 'other' | 'none'

const SCRIPTS: readonly [Exclude<Script, 'none'>, RegExp][] = [
  ['chinese', /\p{Script=Han}/gu],
  ['latin', /\p{Script=Latin}/gu],
  ['tibetan', /\p{Script=Tibetan}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['mongolian', /\p{Script=Mongolian}/gu],
  [
    'other',
    /[\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Yi}]/gu,
  ],
]

/** A Chinese character says about what four Latin letters say. */
const WEIGHT: Readonly<Record<Exclude<Script, 'none'>, number>> = {
  chinese: 4,
  latin: 1,
  tibetan: 2,
  arabic: 1,
  mongolian: 1,
  other: 2,
}

export function scriptOf(text: string): Script {
  let best: Script = 'none'
  let most = 0
  for (const [script, pattern] of SCRIPTS) {
    const weight = (text.match(pattern)?.length ?? 0) * WEIGHT[script]
    if (weight > most) [best, most] = [script, weight]
  }
  return best
}
