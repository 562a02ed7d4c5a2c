import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/apply.ts'
import type { SaveState } from './draft/store.ts'

/** 已保存, or where what was typed is instead. */
export function SaveMark({ save }: { save: SaveState }) {
  return (
    <span className={`saved saved-${save}`} role="status">
      {save === 'saved' && <Icon name="done" />}
      {(save === 'phone' || save === 'nowhere') && <Icon name="warn" />}
      {words.save[save]}
    </span>
  )
}
