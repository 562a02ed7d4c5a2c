import { api } from '../../api/citizen.ts'
import { Failed } from '../../controls/Failed.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { Wait } from '../../controls/Wait.tsx'
import { useLoad } from '../../loading/load.ts'
import { NoticeParagraphs } from '../../privacy/Notice.tsx'
import { words } from '../../words/apply.ts'
import type { StepProps } from './step-props.ts'

const t = words.consent

/** The notice, and apart from it the separate consent for sensitive data (个人信息保护法 29). */
export function ConsentStep({ form, change, problems }: StepProps) {
  const [loaded, reload] = useLoad(() => api.privacyNotice({}), 'notice')
  if (loaded.state === 'loading') return <Wait />
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} again={() => void reload()} />
  const notice = loaded.value
  const { consents } = form
  const set = (part: Partial<typeof consents>) => change({ consents: { ...consents, ...part } })
  // agreed to an older wording: to be read again
  const agreed = consents.agreed && consents.notice === notice.version
  return (
    <>
      <p className="soft">{t.lead}</p>
      <div className="card">
        <NoticeParagraphs notice={notice} />
      </div>
      <Tick
        id="consents.notice"
        ticked={agreed}
        onChange={(ticked) => set({ agreed: ticked, notice: ticked ? notice.version : '' })}
        error={problems['consents.notice']}
      >
        {t.agree}
      </Tick>
      <section className="card stack">
        <h2>{t.sensitiveTitle}</h2>
        <ul className="dots">
          {notice.sensitive.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="soft small">{t.sensitiveWhy}</p>
        <Tick
          id="consents.sensitive"
          ticked={consents.sensitive}
          onChange={(sensitive) => set({ sensitive })}
          error={problems['consents.sensitive']}
        >
          {t.sensitive}
        </Tick>
      </section>
      <Tick id="consents.meansQuery" ticked={consents.meansQuery} onChange={(meansQuery) => set({ meansQuery })}>
        {t.meansQuery}
        <small>{t.meansQueryHint}</small>
      </Tick>
    </>
  )
}
