/** Characters that nobody sees or that stand for others; they would break searching and citing. */
const REPAIRS: readonly { what: string; pattern: RegExp; by: string }[] = [
  { what: '零宽字符', pattern: /[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u00ad]/g, by: '' },
  { what: '不换行空格', pattern: /[\u00a0\u2002-\u200a\u202f]/g, by: ' ' },
  { what: '全角空格', pattern: /\u3000/g, by: ' ' },
  { what: '单书名号', pattern: /‹([^‹›]*)›/g, by: '《$1》' },
  { what: '控制字符', pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, by: '' },
]

/** A line as it is kept, and what had to be put right in it. */
export function cleanLine(line: string): { text: string; repaired: string[] } {
  const repaired: string[] = []
  let text = line
  for (const { what, pattern, by } of REPAIRS) {
    const after = text.replace(pattern, by)
    if (after !== text) repaired.push(what)
    text = after
  }
  return { text: text.trim(), repaired }
}
