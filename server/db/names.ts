/**
 * A name as it is searched and compared: one width, no spaces, no case, the dots inside names of many peoples made one.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[·•‧∙・･.。]/gu, '·')
    .replace(/[\s\u200b-\u200d\ufeff]+/gu, '')
    .toLowerCase()
}
