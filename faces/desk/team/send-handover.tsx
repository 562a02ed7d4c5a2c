import { Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { HANDOVER_KINDS, handoverPlaces, sendHandover, type HandoverKind } from '@fatong/contract/network/handover.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { SideSheet } from '../admin/side-sheet.tsx'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { LoadFailed, Loading } from '../shell/states.tsx'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team
export interface CaseOfMatter {
  id: string
  number: string
}
interface Props {
  /** the case it is about */ caseFile?: CaseOfMatter
  onClose: () => void
}
type Places = ReplyOf<typeof handoverPlaces>
const EMPTY = {
  fromPlace: '',
  toPlace: '',
  kind: 'intake' as HandoverKind,
  title: '',
  text: '',
  videoUrl: '',
  meetAt: '',
  limit: 'day 1',
}
type Matter = typeof EMPTY
/** Each case has a draft of its own. */
const keptAs = (caseFile: CaseOfMatter | undefined): string => `fatong.handover ${caseFile?.id ?? ''}`

/** A matter for another place, on its own or about a case. */
export function SendHandover({ caseFile, onClose }: Props) {
  const places = useQuery({
    queryKey: ['admin', 'handover-places', caseFile?.id],
    queryFn: () => call(handoverPlaces, { query: caseFile ? { caseId: caseFile.id } : {} }),
    staleTime: 60_000,
  })
  const title = caseFile ? w.sendCase : w.send
  if (!places.data)
    return (
      <SideSheet title={title} open onClose={onClose}>
        {places.error ? <LoadFailed error={places.error} onRetry={() => void places.refetch()} /> : <Loading />}
      </SideSheet>
    )
  return <Form title={title} caseFile={caseFile} places={places.data} onClose={onClose} />
}

/** What was typed stays in this window until it is sent. */
function Form({
  title,
  caseFile,
  places: { own, targets, ownRooms },
  onClose,
}: {
  title: string
  caseFile: CaseOfMatter | undefined
  places: Places
  onClose: () => void
}) {
  const key = useRef(uuid())
  const [matter, setMatter] = useState<Matter>(() => ({
    ...EMPTY,
    ...(caseFile ? { kind: 'other' as const } : {}),
    fromPlace: own[0]?.id ?? '',
    ...kept(caseFile),
  }))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const set = (change: Partial<Matter>) => {
    const next = { ...matter, ...change }
    setMatter(next)
    sessionStorage.setItem(keptAs(caseFile), JSON.stringify(next))
  }
  const save = useSave({
    run: () => {
      const { limit, meetAt, ...rest } = matter
      const [unit, amount] = limit.split(' ')
      return call(sendHandover, {
        body: {
          ...rest,
          caseId: caseFile?.id ?? null,
          title: matter.title.trim(),
          text: matter.text.trim(),
          videoUrl: matter.videoUrl.trim() === '' ? null : matter.videoUrl.trim(),
          meetAt: meetAt === '' ? null : Date.parse(`${meetAt}:00+08:00`),
          within: { unit: unit === 'hour' ? 'hour' : 'day', amount: Number(amount) },
        },
        key: key.current,
      })
    },
    refresh: 'handovers',
    says: w.sent,
    onDone: () => {
      sessionStorage.removeItem(keptAs(caseFile))
      onClose()
    },
    onError: (error) => {
      key.current = uuid()
      if (error instanceof ProblemError) setWrong(error.fields)
    },
  })
  const submit = () => {
    const missing = Object.fromEntries(
      (['toPlace', 'title', 'text'] as const)
        .filter((name) => matter[name].trim() === '')
        .map((name) => [name, w.sendNeeded[name] ?? '']),
    )
    if (matter.kind === 'video' && matter.meetAt === '') missing['meetAt'] = w.meetNeeded
    setWrong(missing)
    if (Object.keys(missing).length === 0) save.mutate(undefined)
  }
  const says = (name: string) =>
    wrong[name] !== undefined && (
      <p className="wrong" role="alert">
        {wrong[name]}
      </p>
    )
  const chosen = targets.find(({ id }) => id === matter.toPlace)
  return (
    <SideSheet title={title} open onClose={onClose} onSave={submit} saving={save.isPending} saveLabel={w.sendDo}>
      <div className="stack">
        {caseFile && (
          <p>
            {w.sendCaseLead(caseFile.number)}
            {wrong['caseId'] !== undefined && (
              <span className="wrong" role="alert">
                {wrong['caseId']}
              </span>
            )}
          </p>
        )}
        {own.length > 1 && (
          <div>
            <label htmlFor="from-place">{w.fromPlace}</label>
            <Select
              id="from-place"
              aria-label={w.fromPlace}
              className="full"
              value={matter.fromPlace}
              options={own.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(fromPlace) => set({ fromPlace })}
            />
          </div>
        )}
        <div>
          <label htmlFor="to-place">{w.toPlace}</label>
          <Select
            id="to-place"
            aria-label={w.toPlace}
            className="full"
            showSearch
            optionFilterProp="label"
            value={matter.toPlace || null}
            placeholder={w.sendNeeded['toPlace']}
            options={targets
              .filter(({ id }) => id !== matter.fromPlace)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(toPlace) => set({ toPlace: toPlace ?? '' })}
          />
          {says('toPlace')}
          {caseFile && chosen && (
            <p role="status" className={chosen.opensCase ? 'soft' : css.troubles}>
              {chosen.opensCase ? w.opensCase : w.closesCase}
            </p>
          )}
        </div>
        <div>
          <label htmlFor="what">{w.what}</label>
          <Select
            id="what"
            aria-label={w.what}
            className="full"
            value={matter.kind}
            options={(Object.entries(HANDOVER_KINDS) as [HandoverKind, string][]).map(([value, label]) => ({
              value,
              label,
            }))}
            onChange={(kind) => set({ kind })}
          />
        </div>
        <div>
          <label htmlFor="subject">{w.subject}</label>
          <Input
            id="subject"
            value={matter.title}
            maxLength={60}
            onChange={({ target }) => set({ title: target.value })}
          />
          {says('title')}
        </div>
        <div>
          <label htmlFor="matter-text">{w.text}</label>
          <Input.TextArea
            id="matter-text"
            value={matter.text}
            maxLength={2000}
            onChange={({ target }) => set({ text: target.value })}
          />
          {says('text')}
        </div>
        <div>
          <label htmlFor="limit">{w.limit}</label>
          <Select
            id="limit"
            aria-label={w.limit}
            className="full"
            value={matter.limit}
            options={w.limits.map(([value, label]) => ({ value, label }))}
            onChange={(limit) => set({ limit })}
          />
          <p className="soft">{w.officeTime}</p>
        </div>
        {matter.kind === 'video' && (
          <div>
            <label htmlFor="meet-at">{w.meetWhen}</label>
            <Input
              id="meet-at"
              type="datetime-local"
              value={matter.meetAt}
              onChange={({ target }) => set({ meetAt: target.value })}
            />
            {says('meetAt')}
          </div>
        )}
        {matter.kind === 'video' && (
          <div>
            <label htmlFor="video">{w.video}</label>
            <Input
              id="video"
              inputMode="url"
              value={matter.videoUrl}
              maxLength={300}
              onChange={({ target }) => set({ videoUrl: target.value })}
            />
            {says('videoUrl')}
            <p className="soft">{ownRooms ? w.ownRooms : w.noRooms}</p>
          </div>
        )}
      </div>
    </SideSheet>
  )
}

function kept(caseFile: CaseOfMatter | undefined): Partial<Matter> {
  try {
    return JSON.parse(sessionStorage.getItem(keptAs(caseFile)) ?? '{}') as Partial<Matter>
  } catch {
    return {}
  }
}
