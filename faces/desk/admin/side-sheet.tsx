import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useLayer } from '../keyboard/layers.ts'
import { words } from '../words/words.ts'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  onSave?: () => void
  saving?: boolean
  saveLabel?: string
  children: ReactNode
}

/** A form at the side of a list. */
export function SideSheet({ title, open, onClose, onSave, saving, saveLabel = words.forms.save, children }: Props) {
  useLayer(open)
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      size={520}
      destroyOnHidden
      closable={{ 'aria-label': words.forms.close }}
      footer={
        onSave && (
          <Button type="primary" size="large" block loading={saving} onClick={onSave}>
            {saveLabel}
          </Button>
        )
      }
    >
      {children}
    </Drawer>
  )
}
