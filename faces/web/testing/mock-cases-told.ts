/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'

const ARTICLE = '96e04ffb-8fb9-5bed-8b93-66199e62adc0.30'
const line = (n: number, title: string, topic: string, result: string | null) => ({
  id: `44444444-4444-4444-8444-44444444444${n}`,
  title,
  topic,
  result,
})
const CASES = [
  line(1, '工地干了三个月没拿到工资', 'wages', '仲裁当天调解，工资全部付清。'),
  line(2, '加班费过了一年还能不能要', '劳动人事', null),
  line(3, '在脚手架上摔伤，包工头说不归他管', 'workInjury', '认定工伤，单位赔了医药费和误工费。'),
]
const BODY =
  '## 基本案情\n马某在工地干了三个月，老板一直没有给工资，还把他拉黑了。\n\n## 裁判结果\n仲裁当天调解，工资全部付清。\n\n## 法律依据\n《劳动合同法》第三十条。'

/** Three cases of three topics, one of them imported. */
export const CASES_TOLD_HANDLERS: Record<string, Handler> = {
  'GET /typical-cases': () => ({ value: { items: CASES } }),
  'GET /typical-cases/:id': (_world, { params }) => {
    const found = CASES.find(({ id }) => id === params.id)
    return found && { value: { ...found, body: BODY, articles: [{ id: ARTICLE, law: '劳动合同法', number: '30' }] } }
  },
}
