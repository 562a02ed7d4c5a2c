/** Which articles a decision names, from the assessment it was taken on (法律援助法 24, 29, 31 to 34, 40, 42; rule book 1.2, 1.3). */
import { LAWS } from '../citation.ts'
import type { Citation } from '../citation.ts'
import type { EligibilityParts } from './parts.ts'
import { meansRoute } from './means-route.ts'
import type { AidAnswer } from './rule-input.ts'

/** An article of 法律援助法 that was read, with its 项 where the article is a list. */
export interface BasisArticle {
  article: string
  item?: number
}
/** `province`: part of it rests on the province's own rules. Nobody has read their text, so no article of them is named. */
export interface LegalBasis {
  articles: readonly BasisArticle[]
  province: boolean
}

const MATTER_ARTICLES = ['24', '29', '31', '32', '33']
const MEANS_ARTICLES = ['32', '34', '42']
const PERSON_ARTICLES = ['40']
const HARDSHIP: BasisArticle = { article: '34' }

/** For a decision to give aid: what covers the matter, and by which way the condition of means is met. */
export const grantBasis = ({ matter, means }: EligibilityParts): LegalBasis =>
  joined(namedIn(matter, MATTER_ARTICLES), meansBasis(means))

/** For a refusal: the list the matter is measured against, and the condition that was not met. */
export function refusalBasis(
  { matter, person }: EligibilityParts,
  because: { meansExceeded: boolean; personNotEntitled: boolean },
): LegalBasis {
  const scope = namedIn(matter, MATTER_ARTICLES)
  return joined(
    // What the province has not added either is refused because the act does not list it.
    scope.articles.length === 0 ? joined({ articles: [{ article: '31' }], province: false }, scope) : scope,
    because.meansExceeded ? { articles: [HARDSHIP], province: false } : NOTHING,
    because.personNotEntitled ? namedIn(person, PERSON_ARTICLES) : NOTHING,
  )
}

const NOTHING: LegalBasis = { articles: [], province: false }

function meansBasis(means: EligibilityParts['means']): LegalBasis {
  const route = meansRoute(means)
  switch (route) {
    case 'notRequired':
      return namedIn(means.meansNotRequired, MEANS_ARTICLES)
    case 'checkWaived':
      return namedIn(means.meansCheckWaived, MEANS_ARTICLES)
    case 'threshold':
      return { articles: [HARDSHIP], province: false }
    case 'notified':
    case 'none':
      return NOTHING
    default:
      return route satisfies never
  }
}

/** Of what an answer cites: the articles that can carry a decision, and whether a source without a checked text does. */
function namedIn({ reasons }: AidAnswer, allowed: readonly string[]): LegalBasis {
  const citations = reasons.flatMap((reason) => reason.citations)
  return joined({
    articles: citations.flatMap((one) => carried(one, allowed)),
    province: citations.some(({ level }) => level === '网'),
  })
}

const carried = ({ law, article, item, level }: Citation, allowed: readonly string[]): BasisArticle[] =>
  level === '法' && law === LAWS.aid && article !== undefined && allowed.includes(article)
    ? [{ article, ...(item === undefined ? {} : { item }) }]
    : []

/** Each article once. */
const joined = (...all: readonly LegalBasis[]): LegalBasis => ({
  articles: [
    ...new Map(
      all.flatMap(({ articles }) => articles).map((one) => [`${one.article}.${one.item ?? ''}`, one]),
    ).values(),
  ],
  province: all.some(({ province }) => province),
})
