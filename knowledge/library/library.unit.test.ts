import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOfArchive } from './archive.ts'
import { readCollection, type CollectionFile } from './collection.ts'
import { kindOf } from './kind.ts'
import { readLaw } from './read-law.ts'
import { endsOf } from './versions.ts'

const file = (path: string, text: string): CollectionFile => ({ path, bytes: new TextEncoder().encode(text) })
const law = (body: string, name = '某法(2020-01-02).md') =>
  readLaw(
    `社会法/${name}`,
    '社会法',
    `# 中华人民共和国某法\n\n2019年12月28日 通过\n\n2020年3月1日 施行\n\n<!-- INFO END -->\n\n${body}`,
  )!

describe('one text', () => {
  it('reads title, days, chapters and articles with their paragraphs', () => {
    const { law: read } = law(
      '## 第一章 总　则\n\n第一条 为了某事，制定本法。\n\n第二条 有下列情形的：\n\n（一）甲；\n\n（二）乙。\n\n### 第二节 分 则\n\n第二条之一 另有规定。',
    )
    expect(read).toMatchObject({
      name: '某法',
      fullName: '中华人民共和国某法',
      kind: 'law',
      versionDate: '2020-01-02',
      inForceFrom: '2020-03-01',
    })
    expect(read.articles.map(({ number, path, text }) => [number, path.join('/'), text])).toEqual([
      ['1', '第一章 总则', '为了某事，制定本法。'],
      ['2', '第一章 总则', '有下列情形的：\n（一）甲；\n（二）乙。'],
      ['2-1', '第一章 总则/第二节 分则', '另有规定。'],
    ])
  })
  it('survives a number with a space, several articles on a line, gaps and quoted numbers', () => {
    const { law: read, remarks } = law(
      '第一条 甲。 第二条 乙。 第三条 丙。\n\n第四 条 丁。\n\n第六条 戊。\n\n第二条 是引用的话。',
    )
    expect(read.articles.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '6'])
    expect(read.articles.at(-1)?.text).toBe('戊。\n第二条 是引用的话。')
    expect(remarks.map(({ why }) => why).join()).toMatch(/一行里有 3 条.*从第4条跳到第6条/)
  })
  it('counts items where there are no articles, keeps what has no number at all, and closes the text before an annex', () => {
    expect(
      law('一、第一件事。\n\n接着说。\n\n二、第二件事。').law.articles.map(({ number, text }) => [number, text]),
    ).toEqual([
      ['item1', '第一件事。\n接着说。'],
      ['item2', '第二件事。'],
    ])
    expect(law('没有编号的批复。').law.articles).toMatchObject([{ number: 'all', text: '没有编号的批复。' }])
    expect(law('第一条 甲。\n\n附件1\n\n表格').law.articles.map(({ number }) => number)).toEqual(['1', 'annex'])
  })
  it('puts characters right and says so', () => {
    const { law: read, remarks } = law('第一条　依照‹某法›\u200b办理。')
    expect(read.articles[0]?.text).toBe('依照《某法》办理。')
    expect(remarks.filter(({ what }) => what === 'repaired').map(({ why }) => why)).toEqual([
      '零宽字符 1 行',
      '全角空格 1 行',
      '单书名号 1 行',
    ])
  })
  it('every line is accounted for, whatever stands in the file', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# 题',
        '## 第一章 甲',
        '## ',
        '第一条 甲',
        '第二条 乙',
        '一、丙',
        '附件1',
        '附 则',
        '<!-- INFO END -->',
        '---',
        '',
      ),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const read = readLaw('社会法/x.md', '社会法', lines.join('\n'))
        if (!read) return
        const { total, title, preamble, heading, article, mark } = read.lines
        expect(title + preamble + heading + article + mark).toBe(total)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the kind of a text', () => {
  it.each([
    ['行政法规', '工伤保险条例', '', 'adminRegulation'],
    ['社会法', '某条例', '', 'law'],
    ['宪法相关法', '某法', '', 'law'],
    ['刑法', '刑法修正案（八）', '', 'amendment'],
    ['', '工伤保险条例', '（2003年4月27日中华人民共和国国务院令第375号公布　自2004年1月1日起施行）', 'adminRegulation'],
    ['下载', '某办法', '1999年5月12日 国务院批准\n1999年5月25日 民政部令第14号发布', 'adminRegulation'],
    ['', '最高人民法院关于适用《民法典》婚姻家庭编的解释（一）', '', 'interpretation'],
    [
      '',
      '人民检察院刑事诉讼规则',
      '2019年12月2日 最高人民检察院第十三届检察委员会第二十八次会议通过',
      'interpretation',
    ],
    ['', '甘肃省法律援助条例', '', 'localRegulation'],
    ['', '临夏回族自治州物业管理条例', '', 'localRegulation'],
    ['', '肃北蒙古族自治县自治条例', '', 'localRegulation'],
    ['', '兰州市物业管理条例', '', 'localRegulation'],
    ['', '某条例', '2020年3月1日某省第十三届人民代表大会常务委员会第二次会议通过', 'localRegulation'],
    ['', '城市道路管理条例', '', 'other'],
    ['', '上市公司信息披露管理办法', '', 'other'],
    ['', '证券市场禁入规定', '', 'other'],
    ['', '直辖市管理条例', '', 'other'],
    ['', '户口登记条例', '1958年1月9日 全国人民代表大会常务委员会第九十一次会议通过', 'law'],
    ['', '劳动合同法', '', 'law'],
    ['', '宪法', '', 'constitution'],
    ['', '某规定', '2012年12月3日 公安部令第125号公布', 'departmentRule'],
    ['', '某管理办法', '', 'other'],
    ['', '关于修改《某法》的决定', '', 'decision'],
  ])('%s/%s %s: %s', (folder, name, preamble, kind) => expect(kindOf(folder, name, preamble)).toBe(kind))

  it('is read from a single Word file of the national database', () => {
    const xml = [
      '工伤保险条例',
      '（2003年4月27日中华人民共和国国务院令第375号公布）',
      '第一条　为了保障职工，制定本条例。',
    ]
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join('')
    expect(
      readCollection([{ path: '工伤保险条例.docx', bytes: zipSync({ 'word/document.xml': strToU8(xml) }) }]).laws,
    ).toMatchObject([{ name: '工伤保险条例', kind: 'adminRegulation', versionDate: '2003-04-27' }])
  })
})

describe('until when a version binds', () => {
  const old = { name: '旧法', versionDate: '1990-01-01', inForceFrom: '1990-05-01' }
  const repealing = (name: string, inForceFrom: string, ...articles: string[]) => ({
    version: { name, versionDate: inForceFrom, inForceFrom },
    articles,
  })

  it('until the next version, the last one until the first later day on which another text repealed it', () => {
    const next = { name: '旧法', versionDate: '2000-01-01', inForceFrom: '2000-03-01' }
    const ends = (...closings: ReturnType<typeof repealing>[]) => {
      const found = endsOf([next, old], closings)
      return [found.get(old), found.get(next)]
    }
    expect(ends()).toEqual(['2000-03-01', undefined])
    expect(
      ends(
        repealing('新法', '2020-01-01', '《中华人民共和国旧法》同时废止。'),
        repealing('先来的法', '2010-01-01', '自施行之日起，《旧法》予以废止。'),
      ),
    ).toEqual(['2000-03-01', '2010-01-01'])
    // Repealed before it was made anew, named without being repealed, or repealed by itself: it goes on binding.
    expect(
      ends(
        repealing('新法', '1995-01-01', '《旧法》同时废止。'),
        repealing('乙法', '2020-01-01', '依照《旧法》办理。另一件事同时废止。'),
        repealing('旧法', '2021-01-01', '《旧法》同时废止。'),
      ),
    ).toEqual(['2000-03-01', undefined])
  })
})

describe('interpretations', () => {
  const explains = (law: string, inForceFrom: string, after = '') => ({
    name: `最高人民法院关于适用《${law}》若干问题的解释${after}`,
    versionDate: inForceFrom,
    inForceFrom,
  })
  const closing = (name: string, inForceFrom: string, text: string) => ({
    version: { name, versionDate: inForceFrom, inForceFrom },
    articles: [text],
  })

  it('end with the law that they explain, unless it was made anew', () => {
    const [first, second, added, other, young] = [
      explains('旧法', '2001-12-27', '（一）'),
      explains('旧法', '2022-01-01', '（二）'),
      explains('旧法', '2017-02-28', '（一）的补充规定'),
      explains('别法', '2001-12-27'),
      { name: '最高人民法院关于审理《旧法》案件的答复', versionDate: '2001-12-27', inForceFrom: '2001-12-27' },
    ]
    const versions = [first!, second!, added!, other!, young!]
    const repeal = closing('新法典', '2021-01-01', '《中华人民共和国旧法》、《中华人民共和国另一法》同时废止。')
    const ends = endsOf(versions, [repeal])
    expect(versions.map((one) => ends.get(one))).toEqual(['2021-01-01', undefined, '2021-01-01', undefined, undefined])
    const anew = [...versions, { name: '旧法', versionDate: '2020-12-01', inForceFrom: '2021-01-01' }]
    expect(endsOf(anew, [repeal]).get(anew[0]!)).toBeUndefined()
  })

  it('that are repealed by name are found though the name holds another name, and that other goes on', () => {
    const law = { name: '行诉法', versionDate: '2014-11-01', inForceFrom: '2015-05-01' },
      old = explains('行诉法', '2015-05-01'),
      courts = { name: '最高人民法院关于审理某案的解释', versionDate: '2010-01-01', inForceFrom: '2010-01-01' }
    for (const inner of ['〈中华人民共和国行诉法〉', '《中华人民共和国行诉法》', '〈行诉法〉']) {
      const ends = endsOf(
        [law, old, courts],
        [
          closing(
            '最高人民法院关于适用《行诉法》的解释',
            '2018-02-08',
            `《最高人民法院关于适用${inner}若干问题的解释》（法释〔2015〕9号）、最高人民法院《关于审理某案的解释》同时废止。`,
          ),
        ],
      )
      expect(
        [law, old, courts].map((one) => ends.get(one)),
        inner,
      ).toEqual([undefined, '2018-02-08', '2018-02-08'])
    }
  })
})

describe('a collection', () => {
  it('joins the parts of a law, dates its versions, and marks what another text repealed', () => {
    const part = (title: string, body: string) =>
      `# 中华人民共和国民法典\n\n# ${title}\n\n2020年5月28日 通过\n\n2021年1月1日 施行\n\n<!-- INFO END -->\n\n${body}`
    const plain = (name: string, day: string, body: string) =>
      `# 中华人民共和国${name}\n\n${day} 通过\n\n<!-- INFO END -->\n\n${body}`
    const { laws, report } = readCollection([
      file('民法典/物权编.md', part('物权编', '第三条 丙。')),
      file('民法典/总则编.md', part('总则编', '第一条 甲。\n\n第二条 乙。《中华人民共和国婚姻法》同时废止。')),
      file('民法商法/婚姻法.md', plain('婚姻法', '1980年9月10日', '第一条 旧。')),
      file('经济法/某法(2010-01-01).md', plain('某法', '2010年1月1日', '第一条 旧。')),
      file('经济法/某法(2020-01-01).md', plain('某法', '2020年1月1日', '第一条 新。')),
      file('社会法/_index.md', 'x'),
      file('社会法/图.png', 'x'),
    ])
    const named = (name: string) => laws.filter((one) => one.name === name)
    expect(named('民法典').map(({ articles }) => articles.map(({ number }) => number))).toEqual([['1', '2', '3']])
    expect(named('婚姻法')[0]?.inForceUntil).toBe('2021-01-01')
    expect(named('某法').map(({ inForceFrom, inForceUntil }) => [inForceFrom, inForceUntil])).toEqual([
      ['2010-01-01', '2020-01-01'],
      ['2020-01-01', undefined],
    ])
    expect(report.remarks.filter(({ what }) => what === 'skipped').map(({ file: path }) => path)).toEqual([
      '社会法/_index.md',
      '社会法/图.png',
    ])
  })
  it('reads Word and HTML as the national database hands them out', () => {
    const lines = [
      '中华人民共和国某法',
      '（2020年1月1日通过）',
      '第一章　总　则',
      '第一条　为了某事，制定本法。',
      '第二条　另一件事。',
    ]
    const xml = `<w:document><w:body>${lines.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`
    const html = `<html><head><title>x</title><style>p{}</style></head><body>${lines.map((text) => `<p>${text}</p>`).join('')}<script>alert(1)</script></body></html>`
    for (const one of [
      { path: '行政法/某法.docx', bytes: zipSync({ 'word/document.xml': strToU8(xml) }) },
      file('行政法/某法.html', html),
      file('行政法/某法.txt', lines.join('\n')),
    ]) {
      const { laws } = readCollection([one])
      expect(laws, one.path).toMatchObject([
        { name: '某法', articles: [{ number: '1', text: '为了某事，制定本法。' }, { number: '2' }] },
      ])
    }
    expect(readCollection([{ path: 'a/b.docx', bytes: strToU8('no zip') }]).report.remarks).toMatchObject([
      { what: 'skipped', why: 'Word 文件打不开' },
    ])
  })
})

const shared = process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../../shared')
const archive = join(shared, 'laws/national-2025-04.tar.xz')
if (!existsSync(archive)) console.log(`skipped: the public collection is not at ${archive}`)
it.skipIf(!existsSync(archive))(
  'the public collection, straight from its archive: about 65,000 articles, no line lost',
  async () => {
    const {
      laws,
      report: { articles, lines },
    } = readCollection(await filesOfArchive(readFileSync(archive)))
    expect(articles).toBeGreaterThan(60_000)
    expect(lines.title + lines.preamble + lines.heading + lines.article + lines.mark).toBe(lines.total)
    expect(
      laws.find(({ name }) => name === '民法典')?.articles.filter(({ number }) => /^\d+$/.test(number)),
    ).toHaveLength(1260)
    // What ended with the Civil Code, with its interpretations, and by the court's own decisions.
    const untilOf = (part: string) =>
      laws.filter(({ name }) => name.includes(part)).map(({ inForceUntil }) => inForceUntil)
    for (const [part, many] of [
      ['适用《婚姻法》', 4],
      ['适用《合同法》', 2],
      ['适用《担保法》', 1],
      ['适用《物权法》', 1],
      ['适用《民法总则》', 1],
      ['审理劳动争议案件适用法律若干问题的解释', 4],
      ['夫妻债务纠纷案件', 1],
    ] as const)
      expect(untilOf(part), part).toEqual(Array.from({ length: many }, () => '2021-01-01'))
    expect(untilOf('适用《行政诉讼法》若干问题的解释')).toEqual(['2018-02-08'])
    for (const part of [
      '适用《行政诉讼法》的解释',
      '适用《民法典》婚姻家庭编的解释（一）',
      '适用《保险法》若干问题的解释（一）',
    ])
      expect(untilOf(part), part).toEqual([undefined])
    // When amended versions began, by the decisions that amended them.
    const beganOf = (of: string, day: string) =>
      laws.find(({ name, versionDate }) => name === of && versionDate === day)?.inForceFrom
    expect([beganOf('民事诉讼法', '2023-09-01'), beganOf('劳动合同法', '2012-12-28')]).toEqual([
      '2024-01-01',
      '2013-07-01',
    ])
  },
)

it('an archive that is none, broken or climbs out is refused or left out', async () => {
  const text = (bytes: Uint8Array) =>
    filesOfArchive(bytes).then(
      (files) => files.map(({ path }) => path),
      (error: unknown) => (error as Error).message,
    )
  expect(await text(strToU8('no archive'))).toMatch(/不认识这个压缩包/)
  expect(await text(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]))).toMatch(/压缩包坏了/)
  expect(await text(new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2, 3]))).toMatch(/压缩包坏了/)
})

describe('what an archive brings along and nobody reads is told file by file', () => {
  const law = strToU8('# 某法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 甲。')
  const told = async (archive: Uint8Array) => {
    const { laws, cases, report } = readCollection(await filesOfArchive(archive))
    return {
      texts: [...laws.map(({ name }) => name), ...cases.map(({ title, topic }) => `${topic}/${title}`)],
      files: report.files,
      skipped: report.remarks.filter(({ what }) => what === 'skipped').map(({ file: path, why }) => `${path}: ${why}`),
    }
  }

  it('of a zip: what climbs out, what another system added', async () => {
    expect(
      await told(
        zipSync({
          '社会法/甲.md': law,
          '../../etc/passwd.md': law,
          '/abs.md': law,
          'C:/abs.md': law,
          '__MACOSX/社会法/._甲.md': law,
        }),
      ),
    ).toEqual({
      texts: ['某法'],
      files: 5,
      skipped: [
        '../../etc/passwd.md: 路径指到压缩包外面',
        '/abs.md: 路径指到压缩包外面',
        'C:/abs.md: 路径指到压缩包外面',
        '__MACOSX/社会法/._甲.md: 苹果电脑附带的文件，不是法律文本',
      ],
    })
  })

  it('of a tar: links, but not folders and what only describes other entries', async () => {
    const entry = (name: string, type: string, body = new Uint8Array()) => {
      const block = new Uint8Array(512 + Math.ceil(body.length / 512) * 512)
      block.set(strToU8(name))
      block.set(strToU8(body.length.toString(8).padStart(11, '0')), 124)
      block.set(strToU8(type), 156)
      block.set(strToU8('ustar'), 257)
      block.set(body, 512)
      return block
    }
    const parts = [
      entry('about', 'g', strToU8('19 comment=a commit\n')),
      entry('社会法/', '5'),
      entry('@LongLink', 'L', strToU8('社会法/长名字.md')),
      entry('@LongLink', 'K', strToU8('somewhere')),
      entry('短', '0', law),
      entry('社会法/乙.md', '2'),
    ]
    expect(await told(Buffer.concat([...parts, new Uint8Array(1024)]))).toEqual({
      texts: ['某法'],
      files: 2,
      skipped: ['社会法/乙.md: 链接或别的特殊文件，不是文本'],
    })
  })

  it('names of a zip of Chinese Windows tell folders and cases apart', async () => {
    // 案例/劳动/甲.md and 社会法\\乙.md as bytes of GBK, put in the place of names that are as long and not said to be UTF-8.
    const names: [string, string][] = [
      ['a'.repeat(15), 'b0b8c0fd2fc0cdb6af2fbcd72e6d64'],
      ['b'.repeat(12), 'c9e7bbe1b7a85cd2d22e6d64'],
    ]
    const [first, second] = names.map(([name]) => name) as [string, string]
    const zip = zipSync({ [first]: strToU8('# 某案\n\n## 基本案情\n\n没拿到工资。'), [second]: law })
    const renamed = Buffer.from(
      names.reduce(
        (bytes, [name, gbk]) => bytes.replaceAll(name, Buffer.from(gbk, 'hex').toString('latin1')),
        Buffer.from(zip).toString('latin1'),
      ),
      'latin1',
    )
    expect(await told(renamed)).toEqual({ texts: ['某法', '劳动/某案'], files: 2, skipped: [] })
  })
})
