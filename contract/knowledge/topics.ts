import type { z } from 'zod'
import type { GuideLine } from './guides.ts'

/** The first level of the topic tree, as replies carry it. */
export type Topic = z.infer<typeof GuideLine>['topic']
