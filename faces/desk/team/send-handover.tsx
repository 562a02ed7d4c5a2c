import { Input, Select } from 'antd'
import { HANDOVER_KINDS, sendHandover, type HandoverKind } from '@fatong/contract/network/handover.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { words } from '../words/words.ts'

const w = words.team
interface Props { own: readonly { id: string; name: string }[]; targets: readonly { id: string; name: string; kindText: string }[]; ownRooms: boolean; onClose: () => void }
const KEPT = 'fatong.handover'
const EMPTY = { fromPlace: '', toPlace: '', kind: 'intake' as HandoverKind, title: '', text: '', videoUrl: '', meetAt: '', hours: 24 }

/** A matter for another place. What was typed stays in this window until it is sent. */
export function SendHandover({ own, targets, ownRooms, onClose }: Props) {
  const key = useRef(uuid())
  const [matter, setMatter] = useState(() => ({ ...EMPTY, fromPlace: own[0]?.id ?? '', ...kept() }))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof EMPTY>) => {
    const next = { ...matter, ...change }
    setMatter(next)
    sessionStorage.setItem(KEPT, JSON.stringify(next))
  }
  const save = useSave({
    run: () => call(sendHandover, { body: { ...matter, title: matter.title.trim(), text: matter.text.trim(), videoUrl: matter.videoUrl.trim() === '' ? null : matter.videoUrl.trim(), meetAt: matter.meetAt === '' ? null : Date.parse(`${matter.meetAt}:00+08:00`) }, key: key.current }),
    refresh: 'handovers', says: w.sent, onDone: () => { sessionStorage.removeItem(KEPT); onClose() }, onError: (error) => { key.current = uuid(); if (error instanceof ProblemError) setWrong(error.fields) },
  })
  const submit = () => {
    const missing = Object.fromEntries((['toPlace', 'title', 'text'] as const).filter((name) => matter[name].trim() === '').map((name) => [name, w.sendNeeded[name] ?? '']))
    if (matter.kind === 'video' && matter.meetAt === '') missing['meetAt'] = w.meetNeeded
    setWrong(missing)
    if (Object.keys(missing).length === 0) save.mutate(undefined)
  }
  const says = (name: string) => wrong[name] !== undefined && <p className="wrong" role="alert">{wrong[name]}</p>
  return (
    <SideSheet title={w.send} open onClose={onClose} onSave={submit} saving={save.isPending} saveLabel={w.sendDo}>
      <div className="stack">
        {own.length > 1 && <div><label htmlFor="from-place">{w.fromPlace}</label><Select id="from-place" aria-label={w.fromPlace} className="full" value={matter.fromPlace} options={own.map(({ id, name }) => ({ value: id, label: name }))} onChange={(fromPlace) => set({ fromPlace })} /></div>}
        <div><label htmlFor="to-place">{w.toPlace}</label><Select id="to-place" aria-label={w.toPlace} className="full" showSearch optionFilterProp="label" value={matter.toPlace || null} placeholder={w.sendNeeded['toPlace']} options={targets.filter(({ id }) => id !== matter.fromPlace).map(({ id, name }) => ({ value: id, label: name }))} onChange={(toPlace) => set({ toPlace: toPlace ?? '' })} />{says('toPlace')}</div>
        <div><label htmlFor="what">{w.what}</label><Select id="what" aria-label={w.what} className="full" value={matter.kind} options={(Object.entries(HANDOVER_KINDS) as [HandoverKind, string][]).map(([value, label]) => ({ value, label }))} onChange={(kind) => set({ kind })} /></div>
        <div><label htmlFor="subject">{w.subject}</label><Input id="subject" value={matter.title} maxLength={60} onChange={({ target }) => set({ title: target.value })} />{says('title')}</div>
        <div><label htmlFor="matter-text">{w.text}</label><Input.TextArea id="matter-text" value={matter.text} maxLength={2000} onChange={({ target }) => set({ text: target.value })} />{says('text')}</div>
        <div><label htmlFor="limit">{w.limit}</label><Select id="limit" aria-label={w.limit} className="full" value={matter.hours} options={w.limits.map(([value, label]) => ({ value, label }))} onChange={(hours) => set({ hours })} /></div>
        {matter.kind === 'video' && <div><label htmlFor="meet-at">{w.meetWhen}</label><Input id="meet-at" type="datetime-local" value={matter.meetAt} onChange={({ target }) => set({ meetAt: target.value })} />{says('meetAt')}</div>}
        {matter.kind === 'video' && <div><label htmlFor="video">{w.video}</label><Input id="video" inputMode="url" value={matter.videoUrl} maxLength={300} onChange={({ target }) => set({ videoUrl: target.value })} />{says('videoUrl')}<p className="soft">{ownRooms ? w.ownRooms : w.noRooms}</p></div>}
      </div>
    </SideSheet>
  )
}

function kept(): Partial<typeof EMPTY> {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<typeof EMPTY>
  } catch {
    return {}
  }
}
