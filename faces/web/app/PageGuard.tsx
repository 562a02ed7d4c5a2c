import { Component, type ReactNode } from 'react'
import { words } from '../words/everywhere.ts'

/** A page whose code did not arrive (no network, or a new release) offers itself again instead of a white screen. */
export class PageGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div className="page stack">
        <h1>{words.broken.title}</h1>
        <p>{words.broken.text}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.broken.again}
        </button>
      </div>
    )
  }
}
