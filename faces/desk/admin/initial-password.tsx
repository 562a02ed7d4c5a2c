import { Alert, App, Button } from 'antd'
import { words } from '../words/words.ts'
import css from './admin.module.css'

const w = words.admin.people

/** Shown once, to be told to the person. */
export function InitialPassword({ password }: { password: string }) {
  const { message } = App.useApp()
  const copy = () => void navigator.clipboard.writeText(password).then(() => message.success(w.copied))
  return (
    <Alert
      type="success"
      title={w.initial}
      description={
        <>
          <p className={css.secret}>{password}</p>
          <p>{w.initialHelp}</p>
          {window.isSecureContext && <Button onClick={copy}>{w.copy}</Button>}
        </>
      }
    />
  )
}
