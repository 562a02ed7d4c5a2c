import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'

/** The codes of the contract under the names the faces use. Types only: the contract's zod never reaches a phone. */
export type MatterCode = ApplicationEntry['matter']
export type ProxyRelation = NonNullable<ApplicationEntry['proxy']>['relation']
export type FamilyRelation = NonNullable<ApplicationEntry['family']>[number]['relation']
type ForPapers = NonNullable<ApplicationEntry['forPapers']>
export type AskedGroup = NonNullable<ForPapers['groups']>[number]
export type AssetKind = NonNullable<ForPapers['assets']>['kinds'][number]
export type BurdenKind = NonNullable<ForPapers['burdens']>['kinds'][number]
export type Facts = ApplicationEntry['facts']
