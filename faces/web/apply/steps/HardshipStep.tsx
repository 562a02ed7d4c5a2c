import { TextField } from '../../controls/TextField.tsx'
import { Ticks } from '../../controls/Ticks.tsx'
import { words } from '../../words/apply.ts'
import { choicesOf } from './choices-of.ts'
import type { StepProps } from './step-props.ts'

const t = words.hardship
const assets = choicesOf(t.assetKinds),
  burdens = choicesOf(t.burdenKinds)

/** 主要财产 and 主要困难 of the statement of means: ticked rather than typed, and nobody has to (个人信息保护法 16). */
export function HardshipStep({ form, change, problems }: StepProps) {
  return (
    <>
      <p>{t.lead}</p>
      <p className="soft">{t.choice}</p>
      <section className="card stack">
        <Ticks
          id="assets"
          legend={t.assets}
          hint={t.many}
          choices={assets}
          values={form.assets.kinds}
          onChange={(kinds) => change({ assets: { ...form.assets, kinds } })}
        />
        <TextField
          id="assets.more"
          label={t.assetsMore}
          hint={t.assetsMoreHint}
          value={form.assets.more}
          onChange={(more) => change({ assets: { ...form.assets, more } })}
          optional
          autoComplete="off"
          error={problems['assets.more']}
        />
      </section>
      <section className="card stack">
        <Ticks
          id="burdens"
          legend={t.burdens}
          hint={t.many}
          choices={burdens}
          values={form.burdens.kinds}
          onChange={(kinds) => change({ burdens: { ...form.burdens, kinds } })}
        />
        <TextField
          id="burdens.more"
          label={t.burdensMore}
          hint={t.burdensMoreHint}
          value={form.burdens.more}
          onChange={(more) => change({ burdens: { ...form.burdens, more } })}
          optional
          autoComplete="off"
          error={problems['burdens.more']}
        />
      </section>
    </>
  )
}
