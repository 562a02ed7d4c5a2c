import { today } from '../../../ui/time.ts'
import { Choices } from '../../controls/Choices.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { words } from '../../words/apply.ts'
import { isHandedOn, isLate, newHandOn, type HandOnForm } from '../form/hand-on.ts'
import type { StepProps } from './step-props.ts'

const t = words.handOn
const through = [
  { value: 'custody', label: t.custody, hint: t.custodyHint },
  { value: 'dutyLawyer', label: t.dutyLawyer, hint: t.dutyLawyerHint },
] as const
const atCustody = [...through, { value: 'no', label: t.no }] as const

/** AC-10, AC-11: what staff hand on for somebody held, or from a duty lawyer, has 24 hours. */
export function HandOnFields({ form, change, problems, custodyPlace }: StepProps & { custodyPlace: boolean }) {
  const { handOn } = form
  const set = (part: Partial<HandOnForm>) => change({ handOn: { ...handOn, ...part } })
  const asked = custodyPlace || handOn.on
  return (
    <section className="stack" aria-label={t.title}>
      {!custodyPlace && (
        <Tick
          id="handOn"
          ticked={handOn.on}
          onChange={(on) => change({ handOn: on ? { ...handOn, on } : newHandOn() })}
        >
          {t.tick}
        </Tick>
      )}
      {asked && (
        <Choices<HandOnForm['through'] & string>
          id="handOn.through"
          legend={t.through}
          choices={custodyPlace ? atCustody : through}
          value={handOn.through}
          onChange={(chosen) => set({ through: chosen })}
          error={problems['handOn.through']}
        />
      )}
      {asked && isHandedOn(handOn) && (
        <>
          <p className="soft small">{t.limit}</p>
          <TextField
            id="handOn.askedAt"
            label={t.day}
            value={handOn.day}
            onChange={(day) => set({ day })}
            type="date"
            max={today(Date.now())}
            short
            error={problems['handOn.askedAt']}
          />
          <TextField
            id="handOn.time"
            label={t.time}
            value={handOn.time}
            onChange={(time) => set({ time })}
            type="time"
            short
          />
          {(isLate(form, Date.now()) || handOn.lateReason !== '') && (
            <TextField
              id="handOn.lateReason"
              label={t.lateReason}
              hint={t.lateHint}
              value={handOn.lateReason}
              onChange={(lateReason) => set({ lateReason })}
              error={problems['handOn.lateReason']}
            />
          )}
        </>
      )}
    </section>
  )
}
