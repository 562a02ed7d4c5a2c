import { useEffect, useRef, type ReactNode } from 'react'
import { useLayer } from '../keyboard/layers.ts'
import css from './viewer.module.css'

/** A native modal dialog over the whole window: the browser keeps the focus inside and gives it back. */
export function FullDialog({ label, children }: { label: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayer(true)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} className={css.dialog} aria-label={label} onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  )
}
