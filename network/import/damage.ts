/** What Excel and wrong encodings do to text, recognised so that it can be explained instead of imported. */

/** A long number that Excel shows and saves as 6.20171E+11: its last digits are gone for good. */
const SCIENTIFIC = /^[0-9]+(\.[0-9]+)?E\+?[0-9]+$/i
/** 1-2 or 3/4 taken for a day. */
const AS_DATE =
  /^([0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{1,2}|[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}( [0-9:]+)?)$/i
/** Days since 1900 as Excel counts them, 1990 to 2050: nothing else in these columns is such a number. */
const isSerialDay = (text: string): boolean =>
  /^[0-9]{5}$/.test(text) && Number(text) >= 32_874 && Number(text) <= 55_153

/** Why this is not what somebody typed into a column of text; undefined when it may be. */
export function damagedText(text: string): string | undefined {
  if (SCIENTIFIC.test(text))
    return `“${text}”是 Excel 把长数字改成了科学记数，后面几位已经丢了。请在 Excel 里把这一列设成“文本”，重新填上完整的数字再导出`
  if (AS_DATE.test(text) || isSerialDay(text))
    return `“${text}”像是 Excel 自作主张改成的日期。请在 Excel 里把这一列设成“文本”，填回原来的内容再导出`
  return garbled(text)
}

/** UTF-8 read as GBK and saved so (鍏板窞), GBK read as Latin (À¼ÖÝ), or signs that could not be read at all. */
/** Signs that hardly stand in a Chinese name and that UTF-8's lead bytes become in GBK. */
const SELDOM = new Set('鍏鏂鍖鎴鏉锛銆鐨鍙闀涓绔欐浣滃窞尯鏈鏄鐢鎵嬪姟鍜屾硶寰鎻寸潙闂鏀搁鍦鍥闄姞娌鍚鑾鎶')
const asGbk = (text: string): boolean => [...text].filter((sign) => SELDOM.has(sign)).length >= 2
const AS_LATIN = /[À-ÿ]{3,}/
export function garbled(text: string): string | undefined {
  if (text.includes('\uFFFD') || text.includes('锟斤拷'))
    return `“${text}”里有读不出来的字，原来的内容已经丢了。请从原来的系统重新导出`
  if (AS_LATIN.test(text) || asGbk(text))
    return `“${text}”是乱码：文件存的时候用错了编码。请用 Excel 打开原来的文件，另存为“CSV UTF-8”`
  return undefined
}
