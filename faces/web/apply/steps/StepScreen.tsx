import type { Assessing } from '../../eligibility/assessing.ts'
import type { Question } from '../../eligibility/types.ts'
import type { StepId } from '../form/form.ts'
import { ConsentStep } from './ConsentStep.tsx'
import { FamilyStep } from './FamilyStep.tsx'
import { HardshipStep } from './HardshipStep.tsx'
import { MatterStep } from './MatterStep.tsx'
import { MeansStep } from './MeansStep.tsx'
import { OpponentStep } from './OpponentStep.tsx'
import { PersonStep } from './PersonStep.tsx'
import { PhotosStep } from './PhotosStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { SignatureStep } from './SignatureStep.tsx'
import { StoryStep } from './StoryStep.tsx'
import { WhoStep } from './WhoStep.tsx'
import type { StepProps } from './step-props.ts'

interface Props extends StepProps {
  step: Exclude<StepId, 'phone'>
  assessing: Assessing
  question: Question | undefined
  /** in the assisted flow */
  helper: { custodyPlace: boolean } | null
  unfinished: readonly StepId[]
  complaints: Readonly<Record<string, string>>
  onEdit: (step: StepId) => void
  onLeave: () => void
}

/** The screen of one step. */
export function StepScreen({
  step,
  assessing,
  question,
  helper,
  unfinished,
  complaints,
  onEdit,
  onLeave,
  ...rest
}: Props) {
  switch (step) {
    case 'matter':
      return <MatterStep {...rest} />
    case 'who':
      return <WhoStep {...rest} helper={helper} />
    case 'person':
      return <PersonStep {...rest} assist={helper !== null} />
    case 'opponent':
      return <OpponentStep {...rest} />
    case 'story':
      return <StoryStep {...rest} />
    case 'means':
      return <MeansStep {...rest} assessing={assessing} question={question} onLeave={onLeave} />
    case 'family':
      return <FamilyStep {...rest} />
    case 'hardship':
      return <HardshipStep {...rest} />
    case 'photos':
      return <PhotosStep {...rest} />
    case 'consent':
      return <ConsentStep {...rest} />
    case 'signature':
      return <SignatureStep {...rest} />
    case 'review':
      return <ReviewStep {...rest} unfinished={unfinished} complaints={complaints} onEdit={onEdit} />
    default:
      return step satisfies never
  }
}
