import { expect, test } from 'vitest'
import { visiting } from '../testing/visit.ts'

const visit = visiting()

test('a page is read aloud sentence by sentence where the phone has a Chinese voice, and not offered where it has none', async () => {
  const { page, go } = visit()
  const press = (name: string) => page.getByRole('button', { name }).first().click()
  await go('/')
  expect(await page.getByRole('button', { name: '读给我听' }).count()).toBe(0)
  await page.addInitScript(() => {
    const said: string[] = []
    const synth = {
      getVoices: () => [{ lang: 'zh-CN', name: '样例' }],
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => said.push('—'),
      addEventListener() {},
      removeEventListener() {},
    }
    Object.defineProperty(window, 'speechSynthesis', { value: synth })
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  })
  await page.reload()
  await press('读给我听')
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said[0]).toBe('—')
  expect(said.join('')).toContain('律师免费帮您')
  expect(said.length).toBeGreaterThan(5)
  await press('不读了')
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1))).toBe('—')
})

test('a name with a rare character has a font, fetched only where such a character is shown', async () => {
  const { page, api } = visit()
  const fetched: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2') && response.ok()) fetched.push(response.url())
  })
  await page.goto(api.url, { waitUntil: 'networkidle' })
  expect(fetched).toEqual([])
  await page.waitForFunction(() => {
    const families: string[] = []
    document.fonts.forEach(({ family }) => families.push(family))
    return families.some((family) => family.includes('Fatong Rare Han'))
  })
  const faces = (text: string) =>
    page.evaluate(
      async (sample) => (await document.fonts.load("16px 'Fatong Rare Han'", sample)).map(({ status }) => status),
      text,
    )
  expect(await faces('王')).toEqual([])
  expect(await faces('㛃')).toEqual(['loaded'])
  expect(await faces('𬭎')).toEqual(['loaded'])
  expect(fetched).toHaveLength(2)
})
