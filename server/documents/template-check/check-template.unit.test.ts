import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS } from '../kinds.ts'
import { defaultTemplate } from '../word/default-template.ts'
import { checkTemplate } from './check-template.ts'
import { LIMITS } from './zip-entries.ts'

let good: Buffer
beforeAll(async () => {
  good = await defaultTemplate('refuseDecision')
})

const problems = (file: Buffer) => {
  const verdict = checkTemplate('refuseDecision', file)
  return verdict.ok ? [] : verdict.problems
}
const changed = (change: (zip: PizZip) => void, compression: 'STORE' | 'DEFLATE' = 'DEFLATE') => {
  const zip = new PizZip(good)
  change(zip)
  return zip.generate({ type: 'nodebuffer', compression })
}
const body = (change: (xml: string) => string) =>
  changed((zip) => {
    zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()))
  })
const paragraph = (inner: string) => (xml: string) => xml.replace('<w:body>', `<w:body><w:p><w:r>${inner}</w:r></w:p>`)

it.each(DOCUMENT_KINDS)('accepts the default template of %s', async (kind) => {
  expect(checkTemplate(kind, await defaultTemplate(kind))).toEqual({ ok: true })
})

describe('refuses what is not a harmless Word file', () => {
  it.each([
    ['text', () => Buffer.from('not a zip, but long enough to be looked at'), /不是 Word 文档/],
    ['nothing', () => Buffer.alloc(0), /不是 Word 文档/],
    [
      'a zip without a document',
      () => new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' }),
      /不是 Word 文档/,
    ],
    ['a cut file', () => good.subarray(0, good.length - 40), /不完整|损坏/],
    ['something before the package', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), good]), /不是 Word 文档/],
    ['a file beyond the limit', () => Buffer.concat([good, Buffer.alloc(LIMITS.fileBytes)]), /太大/],
    [
      'a bomb',
      () =>
        changed((zip) => {
          zip.file('word/bomb.xml', Buffer.alloc(LIMITS.entryBytes + 1))
        }),
      /展开后过大/,
    ],
    [
      'a bomb in parts',
      () =>
        changed((zip) => {
          for (let i = 0; i < 4; i++) zip.file(`word/part${i}.xml`, Buffer.alloc(LIMITS.totalBytes / 3))
        }),
      /展开后过大/,
    ],
    [
      'a path upwards',
      () =>
        changed((zip) => {
          zip.file('../../etc/cron.d/x', 'x')
        }),
      /部件名称/,
    ],
    [
      'an absolute path',
      () =>
        changed((zip) => {
          zip.file('/etc/passwd', 'x')
        }),
      /部件名称/,
    ],
    [
      'a Windows path',
      () =>
        changed((zip) => {
          zip.file('word\\..\\x', 'x')
        }),
      /部件名称/,
    ],
    [
      'a macro',
      () =>
        changed((zip) => {
          zip.file('word/vbaProject.bin', 'x')
        }),
      /宏/,
    ],
    [
      'a macro type',
      () =>
        changed((zip) => {
          zip.file(
            '[Content_Types].xml',
            zip.file('[Content_Types].xml')!.asText().replace('document.main+xml', 'document.macroEnabled.main+xml'),
          )
        }),
      /宏/,
    ],
    [
      'an embedded file',
      () =>
        changed((zip) => {
          zip.file('word/embeddings/sheet1.xlsx', 'x')
        }),
      /嵌入/,
    ],
    [
      'an outside template',
      () =>
        changed((zip) => {
          zip.file(
            'word/_rels/settings.xml.rels',
            '<Relationships><Relationship Id="r1" Type="t" Target="http://x.invalid/a.dotx" TargetMode="External"/></Relationships>',
          )
        }),
      /外部/,
    ],
    [
      'an outside picture by UNC path',
      () =>
        changed((zip) => {
          zip.file(
            'word/_rels/header9.xml.rels',
            '<Relationships><Relationship Id="r1" Type="t" Target="\\\\host\\a.png"/></Relationships>',
          )
        }),
      /外部/,
    ],
    [
      'an entity',
      () =>
        body((xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')),
      /实体/,
    ],
    ['a DDE field', () => body(paragraph('<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>')), /域/],
    [
      'a field split over runs',
      () =>
        body(paragraph('<w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x"</w:instrText>')),
      /域/,
    ],
    ['another document inside', () => body(paragraph('<w:altChunk r:id="r9"/>')), /夹带/],
    [
      'UTF-16 that hides words',
      () =>
        changed((zip) => {
          zip.file('word/styles.xml', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a/>', 'utf16le')]))
        }),
      /编码/,
    ],
  ])('%s', (_, make, expected) => {
    expect(problems(make()).join()).toMatch(expected)
  })

  it('a size that lies', () => {
    const bomb = changed((zip) => {
      zip.file('word/bomb.xml', Buffer.alloc(LIMITS.entryBytes + 1))
    })
    const at = bomb.lastIndexOf('word/bomb.xml')
    bomb.writeUInt32LE(10, at - 46 + 24)
    expect(problems(bomb).join()).toMatch(/展开后过大/)
  })
  it('a password', () => {
    const locked = Buffer.from(good),
      at = locked.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
    expect(problems(locked).join()).toMatch(/密码/)
  })
  it('two entries of one name', () => {
    const twice = changed((zip) => {
      zip.file('word/a1.xml', '<a/>')
      zip.file('word/a2.xml', '<b/>')
    }, 'STORE')
    for (let at = twice.indexOf('word/a2.xml'); at >= 0; at = twice.indexOf('word/a2.xml', at))
      twice.write('word/a1.xml', at)
    expect(problems(twice).join()).toMatch(/部件名称/)
  })
})

describe('reads the tags', () => {
  it.each([
    ['an unknown tag', (xml: string) => xml.replace('{申请日期}', '{申请日期}{密码}'), /不认识的填写项：{密码}/],
    ['a missing tag', (xml: string) => xml.replace(/\{异议联系电话\}/g, ''), /缺少必要的填写项：{异议联系电话}/],
    [
      'a row tag outside its list',
      (xml: string) => xml.replace('{申请日期}', '{申请日期}{理由}'),
      /不认识的填写项：{理由}/,
    ],
    ['an open brace', (xml: string) => xml.replace('{申请日期}', '{申请日期'), /没有对应/],
    ['an open section', (xml: string) => xml.replace('{/不予援助的理由}', ''), /没有结束标记/],
    ['raw XML', (xml: string) => xml.replace('{申请日期}', '{@申请日期}'), /不能使用|写法/],
    [
      'the missing way to object',
      (xml: string) => xml.replace(/提出异议|异议之日|第四十九条/g, '联系'),
      /依法必须写明/,
    ],
    ['a missing verification code', (xml: string) => xml.replace(/<w:drawing>.*?<\/w:drawing>/gs, ''), /核验二维码/],
  ])('%s', (_, change, expected) => {
    expect(problems(body(change)).join()).toMatch(expected)
  })

  it('a tag that Word split over several runs still counts', () => {
    const split = body((xml) => xml.replace('{申请人}', '{申</w:t></w:r><w:r><w:t>请人}'))
    expect(problems(split)).toEqual([])
  })
})
