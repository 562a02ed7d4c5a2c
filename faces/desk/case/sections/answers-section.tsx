import { Button } from 'antd'
import { PaperClipOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { FACTS, MATERIAL_KINDS, type FactKey } from '../../vocabulary.ts'
import { dayText } from '../../time/format.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'
import { PROOFS } from './proofs.ts'
import { sourceOf } from './story-section.tsx'

const w = words.casePage
const DISTRICT = '{district}'

/** An answer in the words it was given in. */
export function answerText(key: FactKey, value: unknown): string {
  const fact = FACTS[key]
  if (fact.answer === 'choice') return (fact.options as Record<string, string>)[String(value)] ?? String(value)
  if (fact.answer === 'yesNo') return value === true ? words.forms.yes : words.forms.no
  if (fact.answer === 'date') return dayText(String(value))
  return `${Number(value).toLocaleString('zh-CN')} ${fact.unit}`
}
const isFact = (key: string): key is FactKey => Object.hasOwn(FACTS, key)

/** Each answer with who gave it and the papers that prove it. */
export function AnswersSection({ page, onOpen }: { page: CasePage; onOpen: (materialId: string) => void }) {
  const facts = page.state.form?.facts
  if (!facts) return null
  const place = (text: string) => text.replaceAll(DISTRICT, w.thisDistrict)
  return (
    <Section name="answers" title={w.sections.answers} extra={<span className="soft">{sourceOf(page)}</span>}>
      <dl className={css.answers}>
        {Object.entries(facts).map(
          ([key, value]) =>
            isFact(key) &&
            value !== undefined && (
              <div key={key}>
                <dt>{place(FACTS[key].question)}</dt>
                <dd>
                  <span>{place(answerText(key, value))}</span>
                  <span className={css.proofs}>
                    {page.state.materials
                      .filter(({ kind }) => PROOFS[key]?.includes(kind))
                      .slice(0, 3)
                      .map((m) => (
                        <Button
                          key={m.id}
                          type="link"
                          size="small"
                          icon={<PaperClipOutlined />}
                          aria-label={w.openMaterial(`${MATERIAL_KINDS[m.kind]} ${m.name}`)}
                          onClick={() => onOpen(m.id)}
                        >
                          {MATERIAL_KINDS[m.kind]}
                        </Button>
                      ))}
                  </span>
                </dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}
