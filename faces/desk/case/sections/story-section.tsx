import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { momentText, yuanText } from '../../time/format.ts'
import { SERVICE_FORMS } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Fact, Section } from '../section.tsx'
import { handOnLines } from './hand-on.ts'

const w = words.casePage

/** What happened, in the applicant's own words; or what the letter of the authority says. */
export function StorySection({ page }: { page: CasePage }) {
  const { form, letter } = page.state
  const handedOn = handOnLines(page.state)
  return (
    <Section name="story" title={w.sections.story} extra={<span className="soft">{sourceOf(page)}</span>}>
      {form && (
        <>
          <p className={`pre ${css.story}`}>{form.story}</p>
          <dl className={css.facts}>
            <Fact label={w.handOn.label} wide>
              {handedOn.length > 0 && handedOn.map((line) => <p key={line}>{line}</p>)}
            </Fact>
            <Fact label={w.form}>{SERVICE_FORMS[form.serviceForm]}</Fact>
            <Fact label={w.claim}>{form.claimFen !== undefined && yuanText(form.claimFen)}</Fact>
            <Fact label={w.wishes}>{wishesOf(form.wishes)}</Fact>
          </dl>
        </>
      )}
      {letter && (
        <dl className={css.facts}>
          <Fact label={w.letter.authority}>{letter.authority}</Fact>
          <Fact label={w.letter.number}>{letter.letterNumber}</Fact>
          <Fact label={w.letter.receivedAt}>{momentText(letter.receivedAt)}</Fact>
          <Fact label={w.letter.charge}>{letter.charge}</Fact>
          <Fact label={w.letter.stage}>{w.stages[letter.stage]}</Fact>
          <Fact label={w.letter.defendant}>
            {letter.defendant.name}（{w.grounds[letter.ground]}）
          </Fact>
          <Fact label={w.letter.coDefendants}>{letter.coDefendants.join('、')}</Fact>
        </dl>
      )}
    </Section>
  )
}

/** Who answered: the applicant, somebody for them, or an authority. */
export function sourceOf({ state: { form, letter } }: CasePage): string {
  if (letter) return w.source.letter(letter.authority)
  if (form?.helper) return w.source.helper(form.helper.name)
  return form?.proxy ? w.source.proxy(form.proxy.name) : w.source.self
}

type Form = NonNullable<CasePage['state']['form']>
const wishesOf = (wishes: Form['wishes']): string =>
  [
    wishes?.language && w.wishLanguage(wishes.language),
    wishes?.lawyerGender && w.wishGender[wishes.lawyerGender],
    wishes?.lawyerId && w.wishNamed(wishes.lawyerName ?? ''),
  ]
    .filter(Boolean)
    .join('、')
