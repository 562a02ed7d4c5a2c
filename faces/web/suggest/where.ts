import type { Suggestion } from '@fatong/contract/consultation/shapes.ts'

/** The page that a suggestion leads to. */
export function whereTo({ kind, text, about }: Suggestion): string {
  switch (kind) {
    case 'question':
      return `/ask?q=${encodeURIComponent(text)}`
    case 'law':
      return `/law?q=${encodeURIComponent(about)}`
    case 'topic':
      return `/guides?topic=${about}`
    default:
      return kind satisfies never
  }
}
