import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesOfUpload } from '@fatong/knowledge/library/archive.ts'
import { readCollection } from '@fatong/knowledge/library/collection.ts'
import { openUpload } from './open-upload.ts'

const law = (name: string, articles: number) =>
  `# 中华人民共和国${name}\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n${Array.from({ length: articles }, (_, i) => `第${i + 1}条 第${i + 1}件事。`).join('\n\n')}`
const ARCHIVE = Buffer.from(
  zipSync({
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`社会法/第${i}号法(2020-01-01).md`, strToU8(law(`第${i}号法`, 90))]),
    ),
    '案例/劳动人事/某案.md': strToU8(
      '# 某案\n\n<!-- INFO END -->\n\n## 基本案情\n\n没拿到工资。\n\n## 裁判结果\n\n应当支付。',
    ),
    '社会法/图.png': strToU8('x'),
  }),
)

test('what the thread reads is what would have been read here, in whatever pieces it comes', {
  timeout: 30_000,
}, async () => {
  const opened = await openUpload('甲.zip', ARCHIVE),
    here = readCollection(await filesOfUpload('甲.zip', ARCHIVE))
  expect(opened.files).toBe(14)
  expect(await opened.read()).toEqual(here)
  expect(here.laws).toHaveLength(12)
  // A thread that is through is gone.
  await expect(opened.read()).rejects.toThrow(/stopped/)
})

test('what is no archive is refused in words for the person who sent it', { timeout: 30_000 }, async () => {
  await expect(openUpload('甲.zip', Buffer.from('no archive'))).rejects.toThrow('不认识这个压缩包')
  await expect(openUpload('甲.zip', Buffer.from([0x50, 0x4b, 3, 4, 9, 9]))).rejects.toThrow('压缩包坏了')
})

test('an upload that is not wanted after all is dropped', { timeout: 30_000 }, async () => {
  const opened = await openUpload('第三条.txt', Buffer.from(law('某法', 3)))
  await opened.drop()
  await expect(opened.read()).rejects.toThrow(/stopped/)
})
