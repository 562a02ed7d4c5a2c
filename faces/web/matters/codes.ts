import type { ApplicationEntry } from '@fatong/contract/citizen/draft.ts'

/** The codes of the contract under the names the faces use. Types only: the contract's zod never reaches a phone. */
export type MatterCode = ApplicationEntry['matter']
export type ProxyRelation = NonNullable<ApplicationEntry['proxy']>['relation']
export type FamilyRelation = NonNullable<ApplicationEntry['family']>[number]['relation']
export type Facts = ApplicationEntry['facts']
