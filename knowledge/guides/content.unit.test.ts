import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { citesOf } from '../answer/from-guide.ts'
import { TOPICS } from '../vocabulary.ts'
import { loadGuides, readGuides } from './load.ts'
import { guideProblems } from './problems.ts'
import { guideSources } from './sources.ts'

test('every guide is sound: fields, topic and file, ways to ask, citations, no title twice', () => {
  expect(readGuides().problems).toEqual([])
})

test('every topic of the tree has guides', () => {
  const topics = new Set(loadGuides().map(({ topic }) => topic))
  expect(TOPICS.filter((topic) => !topics.has(topic))).toEqual([])
})

test('telephone numbers are national ones', () => {
  const national = /^(12348|12333|12338|12355|12345|12337|12315|12368|12309|12350|12388|12389|12390|12385|12378|12363|12369|12320|12317|12367|12339|12305|12393|12366|12321|12377|12318|95598|96110)$/
  const numbers = loadGuides().flatMap((guide) => [...JSON.stringify(guide).matchAll(/(?<![\d.])(1\d{4}|9\d{4}|0\d{2,3}-?\d{7,8}|1\d{10})(?![\d元,.]|年|天|块)/g)].map(([, number = '']) => `${guide.slug} ${number}`))
  expect(numbers.filter((found) => !national.test(found.split(' ')[1] ?? ''))).toEqual([])
})

test('a file says which field is wrong and how', () => {
  const [guide] = loadGuides()
  const wrong = { ...guide, asked: ['一', '二', '三'], reviewed: 'yesterday', answer: [{ text: '30日内申请', cites: [] }] }
  expect(guideProblems(wrong).map(({ field }) => field).sort()).toEqual(['answer', 'answer[0]', 'asked', 'reviewed'])
  expect(guideProblems({ ...guide, deadlines: [{ text: '好', cites: ['劳动法44'] }] })).toEqual([{ field: 'deadlines[0]', what: '"劳动法44" must be written law#number' }])
  expect(guideProblems('no mapping')).toHaveLength(1)
})

test('the index sees all that is shown, and the ways to ask apart', () => {
  const guides = loadGuides()
  const sources = guideSources(guides)
  expect(new Set(sources.map(({ id }) => id)).size).toBe(guides.length)
  expect(sources.every((source, at) => guides[at]?.steps.every(({ text }) => source.text.includes(text)) && source.alsoAsked !== '')).toBe(true)
})

const CORPUS = join(process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../../shared'), 'bench/statutes/corpus.jsonl.gz')
/** Texts that are newer than the corpus, with the number of their last article. */
const NEWER: Record<string, number> = {
  行政复议法: 90, 民事诉讼法: 306, 农村集体经济组织法: 67,
  '最高人民法院关于适用《民法典》侵权责任编的解释（一）': 26, 最高人民法院关于审理预付式消费民事纠纷案件适用法律若干问题的解释: 27,
  '最高人民法院关于适用《民法典》婚姻家庭编的解释（二）': 23, 最高人民法院关于审理涉彩礼纠纷案件适用法律若干问题的规定: 7,
  最高人民法院关于办理人身安全保护令案件适用法律若干问题的规定: 13, 最高人民法院关于审理食品药品惩罚性赔偿纠纷案件适用法律若干问题的解释: 19,
  未成年人网络保护条例: 60, 公共安全视频图像信息系统管理条例: 34,
  '最高人民法院关于适用《民法典》合同编通则若干问题的解释': 69,
}

test.skipIf(!existsSync(CORPUS))(`every cited article exists (skipped without ${CORPUS})`, () => {
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').split('\n')
  const known = new Set(lines.filter(Boolean).map((line) => /^\{"id": ?"([^"]+)"/.exec(line)?.[1]))
  const exists = (key: string): boolean => {
    const [law = '', number = ''] = key.split('#')
    return known.has(key) || Number(number) <= (NEWER[law] ?? 0)
  }
  expect(loadGuides().flatMap((guide) => [...citesOf(guide)].filter((key) => !exists(key)).map((key) => `${guide.slug} ${key}`))).toEqual([])
})
