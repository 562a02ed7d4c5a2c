import { Modal } from 'antd'
import { useState } from 'react'
import { words } from '../words/words.ts'
import { useLayer } from './layers.ts'
import css from './shortcuts-list.module.css'
import { useKeys } from './use-keys.ts'

const w = words.shell.shortcuts

/** `?` shows every key of the desk. */
export function ShortcutsList() {
  const [open, setOpen] = useState(false)
  useLayer(open)
  useKeys({ '?': () => setOpen(true) })
  useKeys({ Escape: () => setOpen(false), '?': () => setOpen(false) }, { inLayer: true, enabled: open })
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={w.title} width={440}>
      <dl className={css.list}>
        {w.rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
