/** 《劳动合同法》第30条, 《刑法》第133条之1; only the law's name where the number is none of an article. */
export function articleName(law: string, number: string): string {
  const [article = '', sub] = number.split('-')
  return `《${law}》${/^\d+$/.test(article) ? `第${article}条${sub === undefined ? '' : `之${sub}`}` : ''}`
}
