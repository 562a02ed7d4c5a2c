/** Traditional characters (繁体字) to simplified ones; the phrases of Taiwan and Hong Kong keep their words. */
import { Converter } from 'opencc-js/t2cn'

let convert: ((text: string) => string) | undefined

/** The tables take a while to unfold, so they wait for the first question that needs them. */
export function toSimplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  convert ??= Converter({ from: 't', to: 'cn' })
  return convert(text)
}
