import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'
import css from './states.module.css'

/** The last net under a page with a bug: what happened, what was kept, what to do. */
export class Broke extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false }

  static getDerivedStateFromError(): { broke: boolean } {
    return { broke: true }
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children
    return (
      <main className={css.state} role="alert">
        <p className={css.title}>{words.shell.broke}</p>
        <p className="soft">{words.shell.brokeHelp}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {words.shell.reload}
        </Button>
      </main>
    )
  }
}
