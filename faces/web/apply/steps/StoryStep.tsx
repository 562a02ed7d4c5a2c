import { today } from '../../../ui/time.ts'
import { TextField } from '../../controls/TextField.tsx'
import { words } from '../../words/apply.ts'
import { LawyerWishes } from './LawyerWishes.tsx'
import type { StepProps } from './step-props.ts'
import { FromTalk } from './FromTalk.tsx'

const t = words.story

export function StoryStep({ form, change, problems, store }: StepProps) {
  return (
    <>
      {form.story.trim() === '' && <FromTalk store={store} />}
      <div>
        <TextField
          id="story"
          label={t.story}
          hint={t.storyHint}
          value={form.story}
          onChange={(story) => change({ story })}
          multiline
          error={problems.story}
        />
        <p className="soft small">{t.count(form.story.length)}</p>
      </div>
      <TextField
        id="happenedOn"
        label={t.happenedOn}
        value={form.happenedOn}
        onChange={(happenedOn) => change({ happenedOn })}
        type="date"
        max={today(Date.now())}
        optional
        short
        error={problems.happenedOn}
      />
      <TextField
        id="claimFen"
        label={t.claim}
        hint={t.claimHint}
        value={form.claimYuan}
        onChange={(claimYuan) => change({ claimYuan })}
        inputMode="decimal"
        unit={t.yuan}
        optional
        short
        error={problems.claimFen}
        autoComplete="off"
      />
      <LawyerWishes form={form} change={change} />
    </>
  )
}
