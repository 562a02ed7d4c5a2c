import type { CitizenCase } from '@fatong/contract/citizen/case.ts'

export type { CitizenCase }
export type StepView = CitizenCase['steps'][number]
