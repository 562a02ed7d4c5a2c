import { NOT_WORD } from './zip-entries.ts'

/** Parts that run code or bring in other files. */
const FORBIDDEN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|\.bin$/i, '文件里有宏或者二进制控件，请另存为不含宏的 .docx'],
  [/(^|\/)(embeddings|activeX|ctrlProps)\//i, '文件里嵌入了别的文件或者控件，请删除后再上传'],
  [/(^|\/)afchunk/i, '文件里夹带了别的文档，请删除后再上传'],
  [/\.(exe|dll|js|vbs|html?|mht|svg|emf|wmf|rtf|docm?|dotm?)$/i, '文件里有不允许的部件'],
]
const FORBIDDEN_XML: readonly (readonly [RegExp, string])[] = [
  [/<!DOCTYPE|<!ENTITY/i, '文件里有不允许的实体声明'],
  [/macroEnabled/i, '文件里有宏，请另存为不含宏的 .docx'],
  [/<w:altChunk\b/i, '文件里夹带了别的文档，请删除后再上传'],
  [
    /<w:(instrText|fldSimple)[^>]*>?[^<]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE)\b/i,
    '文件里有会读取外部内容的域，请删除后再上传',
  ],
  [/<(w:object|o:OLEObject)\b/i, '文件里嵌入了别的文件或者控件，请删除后再上传'],
]

/** What is dangerous in an unpacked template, as Chinese sentences; empty when nothing is. */
export function hostileParts(entries: ReadonlyMap<string, Buffer>): string[] {
  const problems = new Set<string>()
  if (!entries.has('[Content_Types].xml') || !entries.has('word/document.xml')) problems.add(NOT_WORD)
  for (const [name, bytes] of entries) {
    for (const [pattern, why] of FORBIDDEN_PARTS) if (pattern.test(name)) problems.add(why)
    if (!/\.(xml|rels)$/i.test(name)) continue
    if (
      bytes[0] === 0xff ||
      bytes[0] === 0xfe ||
      bytes
        .subarray(0, 200)
        .toString('latin1')
        .match(/encoding=["'](?!utf-8)/i)
    )
      problems.add('文件的文字编码不是 UTF-8')
    const xml = bytes.toString('utf8'),
      instructions = fieldInstructions(xml)
    for (const [pattern, why] of FORBIDDEN_XML) if (pattern.test(xml) || pattern.test(instructions)) problems.add(why)
    if (/\.rels$/i.test(name))
      for (const relation of xml.match(/<Relationship\b[^>]*>/g) ?? [])
        if (leavesTheFile(relation)) problems.add('文件里有指向外部的链接或者模板，请删除后再上传')
  }
  return [...problems]
}

/** Word splits a field's instruction over several runs; put them together before looking. */
const fieldInstructions = (xml: string) =>
  `<w:instrText>${[...xml.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map((m) => m[1]).join('')}`

const leavesTheFile = (relation: string) =>
  /TargetMode\s*=\s*["']External/i.test(relation) || /Target\s*=\s*["'](\w+:|\\\\|\/\/)/i.test(relation)
