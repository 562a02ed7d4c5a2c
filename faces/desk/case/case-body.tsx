import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { AdviceSection } from './sections/advice-section.tsx'
import { AnswersSection } from './sections/answers-section.tsx'
import { EligibilitySection } from './sections/eligibility-section.tsx'
import { HandlingSection } from './sections/handling-section.tsx'
import { HistorySection } from './sections/history-section.tsx'
import { DocumentsSection, FilePapersSection, MaterialsSection } from './sections/materials-section.tsx'
import { MessagesSection } from './sections/messages-section.tsx'
import { PeopleSection } from './sections/people-section.tsx'
import { StorySection } from './sections/story-section.tsx'

interface Props {
  page: CasePage
  onMaterial: (id: string) => void
  onDocument: (id: string) => void
  onFilePaper: (key: string) => void
}

/** The case as a page to read, from what happened to everything that was done about it. */
export function CaseBody({ page, onMaterial, onDocument, onFilePaper }: Props) {
  return (
    <>
      <StorySection page={page} />
      <MaterialsSection page={page} onOpen={onMaterial} />
      <EligibilitySection page={page} />
      <PeopleSection page={page} />
      <AnswersSection page={page} onOpen={onMaterial} />
      <HandlingSection page={page} />
      <DocumentsSection page={page} onOpen={onDocument} />
      <FilePapersSection page={page} onOpen={onFilePaper} />
      <MessagesSection page={page} />
      <HistorySection page={page} />
      <AdviceSection page={page} />
    </>
  )
}
