import { useState } from 'react'
import { api } from '../api/citizen.ts'
import { Choices } from '../controls/Choices.tsx'
import { words } from '../words/case.ts'
import { Plea } from './Plea.tsx'
import { useTyped } from './typed.ts'

const said = words.end
const choices = [
  { value: 'TM-6', label: said.grounds['TM-6'] },
  { value: 'TM-7', label: said.grounds['TM-7'] },
] as const
type Ground = (typeof choices)[number]['value']

/** The recipient's own way out after the grant (法律援助法 48: TM-6, TM-7): asked here, decided by the centre. */
export function AskToEnd({ number, onChanged }: { number: string; onChanged: () => Promise<void> }) {
  const [kept, setGround] = useTyped(number, 'end-ground')
  const ground = choices.find(({ value }) => value === kept)?.value ?? ''
  const [missing, setMissing] = useState(false)
  const chosen = () => {
    if (ground !== '') return true
    setMissing(true)
    document.getElementById('end-ground')?.focus()
    return false
  }
  return (
    <Plea
      number={number}
      id="end"
      words={said}
      max={1000}
      serious
      onChanged={onChanged}
      ready={chosen}
      send={(reason, idempotencyKey) =>
        api
          .askToEnd({ params: { number }, body: { ground: ground as Ground, reason }, idempotencyKey })
          .then((result) => {
            if (result.ok) setGround('')
            return result
          })
      }
    >
      <Choices
        id="end-ground"
        legend={said.which}
        choices={choices}
        value={ground}
        onChange={(value) => {
          setGround(value)
          setMissing(false)
        }}
        error={missing ? said.whichNeeded : undefined}
      />
    </Plea>
  )
}
