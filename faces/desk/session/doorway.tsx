import icon from '../icon.svg'
import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import css from './doorway.module.css'

/** The calm page before the desk: name of the product, and one card. */
export function Doorway({ children }: { children: ReactNode }) {
  return (
    <main className={css.door}>
      <div className={css.brand}>
        <img src={icon} alt="" width={44} height={44} />
        <div>
          <p className={css.name}>{words.session.product}</p>
          <p className={css.line}>{words.session.district}</p>
        </div>
      </div>
      <div className={css.card}>{children}</div>
    </main>
  )
}
