import { Button } from 'antd'
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { type revealPerson } from '@fatong/contract/desk/cases.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useState } from 'react'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { RevealForm } from './reveal-form.tsx'

const w = words.casePage
type Person = CasePage['people'][number]
type Full = ReplyOf<typeof revealPerson>

export function PersonCard({ caseId, person, note }: { caseId: string; person: Person; note?: string }) {
  const [asking, setAsking] = useState(false)
  const [full, setFull] = useState<Full | null>(null)
  const rows: [string, string | null][] = [
    [w.idNumber, full?.idNumber ?? person.idNumberMasked],
    [w.phone, full?.phone ?? person.phoneMasked],
    [w.address, full?.address ?? person.addressMasked],
  ]
  return (
    <div className={css.person}>
      <h3>{w.parts[person.part]}</h3>
      <p>
        <b className={css.personName}>{person.name}</b>{' '}
        <span className="soft">
          {[note, person.gender, person.age !== null && w.age(person.age)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <dl className={css.numbers}>
        {rows.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{full && label === w.phone ? <a href={`tel:${value}`}>{value}</a> : value}</dd>
              </div>
            ),
        )}
        {full?.told.map(({ what, text }) => (
          <div key={what}>
            <dt>{w.told[what]}</dt>
            <dd className="pre">{text}</dd>
          </div>
        ))}
      </dl>
      {full ? (
        <Button size="small" icon={<EyeInvisibleOutlined />} onClick={() => setFull(null)}>
          {w.hideAgain}
        </Button>
      ) : asking ? (
        <RevealForm
          caseId={caseId}
          personId={person.personId}
          onShown={(shown) => {
            setFull(shown)
            setAsking(false)
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)}>
          {w.reveal}
        </Button>
      )}
    </div>
  )
}
