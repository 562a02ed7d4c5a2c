/// <reference types="node" />
import type { Handler } from './mock-handlers.ts'

const one = (text: string, ...cites: string[]) => ({ text, cites })
const line = {
  slug: 'wages/boss-will-not-pay',
  topic: 'wages' as const,
  title: '老板拖着工资不给怎么办',
  situation: '干完了活，老板说没钱，一直拖着不给工资。',
}
const other = {
  slug: 'divorce/second-suit',
  topic: 'divorce' as const,
  title: '法院第一次没判离，啥时候能再起诉',
  situation: '起诉过一次离婚，还是想离。',
}
const GUIDE = {
  ...line,
  answer: [one('工资必须给，一分都不能少。', '劳动合同法#30'), one('可以先到劳动监察投诉，不收钱。', '劳动法#91')],
  steps: [
    one('把记工本、工资条、微信聊天都留好。'),
    one('打 12333，或到劳动监察大队投诉。', '劳动法#91'),
    one('不行就申请劳动仲裁。', '劳动争议调解仲裁法#5'),
  ],
  papers: ['身份证', '能证明在那里干活的东西'],
  deadlines: [one('要在一年里申请劳动仲裁，从知道权利受侵害那天算。', '劳动争议调解仲裁法#27')],
  where: '干活的地方的劳动监察大队、仲裁院',
  cost: '都不收钱',
  traps: [
    one(
      '没签合同也能要工资。',
      '劳动合同法#10',
      '劳动合同法#30',
      '劳动法#91',
      '劳动争议调解仲裁法#5',
      '劳动争议调解仲裁法#27',
    ),
  ],
  offers: ['eligibility' as const, 'calculator' as const, 'points' as const, 'hotline12348' as const],
  calculators: ['unpaid-wages' as const, 'limitation' as const],
  reviewed: '2026-11-24',
  articles: [
    ['劳动合同法', '30'],
    ['劳动法', '91'],
    ['劳动争议调解仲裁法', '5'],
    ['劳动争议调解仲裁法', '27'],
    ['劳动合同法', '10'],
  ].map(([law = '', number = '']) => ({
    key: `${law}#${number}`,
    law,
    number,
    label: `《${law}》第${number}条`,
    articleId: null,
  })),
  near: [other],
}

/** Two guides, one of them whole. */
export const GUIDE_HANDLERS: Record<string, Handler> = {
  'GET /guides': () => ({ value: { items: [other, line] } }),
  'GET /guides/:topic/:name': (_world, { params }) =>
    `${params.topic}/${params.name}` === line.slug ? { value: GUIDE } : undefined,
}
