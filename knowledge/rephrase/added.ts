/**
 * Is each piece of what a language model said a piece of the answer it was given? Judged by the words a clause is made of: most of
 * them must stand in one sentence of the answer or of a passage. Coarse, and on the safe side: what is doubtful is not shown.
 */

/** Everyday and legal words for one thing. Each counts as one word, whatever its length. */
const SAME: readonly RegExp[] = [
  /劳动(?:保障)?监察(?:大队|部门|机构)?/gu,
  /用人单位|招您的人|雇主|老板|对方|公司|单位|厂里|厂子/gu,
  /劳动报酬|工资|工钱|薪水|报酬|欠薪/gu,
  /劳动仲裁委员会|劳动仲裁委|仲裁委|仲裁机构|劳动仲裁/gu,
  /打官司|起诉|上法院告|去法院告|告到法院/gu,
  /劳动者|工人|工友|干活的人|打工的人?/gu,
  /法律援助|免费律师/gu,
  /离职|离开|辞职|走了?以后|不干了/gu,
  /支付|付给|发给|付|发放|给/gu,
  /拖欠|拖着|拖|欠着|欠/gu,
  /保存|保留|留好|留着|收好|存好/gu,
  /投诉|举报|反映/gu,
  /承认|认账|认/gu,
  /收费|收钱|花钱|要钱|免费|费用/gu,
  /截图|截屏|截下来/gu,
  /证据|凭证/gu,
  /国家/gu,
  /马上|立刻|立即|赶紧|尽快/gu,
]
/** Characters of no text, one for each of `SAME`. */
const ONE_WORD = 0xe000

/** Words that say nothing by themselves. */
const EMPTY =
  /您|你|我|他|她|它|们|咱|的|了|着|过|地|得|吗|呢|吧|啊|嘛|是|在|就|也|都|还|又|再|先|后|才|只|要|会|能|可|以|该|应|当|必|须|需|请|把|被|让|叫|对|向|跟|和|与|或|及|等|从|到|去|来|有|没|不|无|这|那|哪|个|些|种|样|么|什|怎|如|果|因|为|所|而|但|且|则|之|其|于|按|照|根|据|依|规|定|法律|说|讲|做|办|想|用|上|下|里|中|时|候|一|两|很|最|更|别|勿|自|己|比|如|例|它|起|开|始|事|情|东西|人|大家|直|话|帮忙|帮|接|另|外|同|每|次|清|楚|好/gu

/** Said to the reader, about nothing. */
const KIND =
  /^(?:别怕|不怕|别急|别慌|别担心|不用(?:怕|急|慌|担心)|放心|简单(?:地)?(?:来)?说|换句话说|也就是说|总之|总的来说|第[一二三四五六]步?|首先|其次|最后|然后|接着|接下来|另外|记住|注意|您好|您放心|您可以这样(?:做|办)|可以这样(?:做|办)|具体(?:这样)?(?:做|怎么做)|办法是|意思是|懂了吗|不懂(?:的)?(?:可以|再)?问|有(?:不懂|不明白)的?可以问|这是您的权利|法律(?:是)?(?:帮|站在|支持|保护)您(?:的|这边|一边)?)$/u

const CLAUSE = /[，。；：！？,;:!?\n]+/u
/** Most of a clause; of a short one all, as one word more would be half of it. */
const SHARE = 0.6

/** Clauses of `text` that stand in none of the sentences it was made from. */
export function addedTo(sources: readonly string[], text: string): string[] {
  const known = sources.flatMap((source) => source.split(/[。；！？\n]+/u)).map((sentence) => new Set(words(sentence)))
  return text
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter((clause) => !KIND.test(clause.replace(/[“”‘’\s]/gu, '')))
    .filter((clause) => {
      const said = words(clause)
      return said.length > 0 && !known.some((sentence) => backed(said, sentence))
    })
}

const backed = (said: readonly string[], sentence: ReadonlySet<string>): boolean =>
  said.filter((word) => sentence.has(word)).length >= Math.max(SHARE * said.length, Math.min(2, said.length))

/** Characters that carry meaning, each once; names of laws and marks of personal data are judged elsewhere. */
function words(text: string): string[] {
  const plain = text.replace(
    /《[^《》]*》|第[\d零〇一二两三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?|【[^【】]*】/gu,
    '，',
  )
  const same = SAME.reduce((said, pattern, at) => said.replace(pattern, String.fromCodePoint(ONE_WORD + at)), plain)
  return [...new Set(same.replace(EMPTY, '').match(/[\p{Script=Han}\ue000-\ue0ff]/gu) ?? [])]
}
