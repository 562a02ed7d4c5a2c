import { Button, Input } from 'antd'
import { PhoneOutlined, VideoCameraOutlined } from '@ant-design/icons'
import { setAppointmentVideo } from '@fatong/contract/network/appointments.ts'
import type { VideoRoom } from '@fatong/contract/network/video.ts'
import { useState } from 'react'
import { useSave } from '../admin/use-save.ts'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './team.module.css'

const w = words.team

/** The way into a talk by video: open around its time, and the telephone where the picture fails. */
export function VideoDoor({ video: { state, url, opensAt }, phone }: { video: VideoRoom; phone: string | null }) {
  return (
    <p className={css.acts}>
      {url !== null && (
        <Button type="primary" icon={<VideoCameraOutlined />} href={url} target="_blank" rel="noopener noreferrer">
          {w.openVideo}
        </Button>
      )}
      {state === 'early' && <span className="soft">{w.videoEarly(momentText(opensAt))}</span>}
      {state === 'over' && <span className="soft">{w.videoOver}</span>}
      {state === 'none' && <span className="soft">{w.videoNone}</span>}
      {phone !== null && state !== 'over' && (
        <Button href={`tel:${phone}`} icon={<PhoneOutlined />}>
          {w.call(phone)}
        </Button>
      )}
    </p>
  )
}

/** Where the district has no rooms of its own, somebody types where to meet. */
export function VideoAddress({ id, who, typed }: { id: string; who: string; typed: boolean }) {
  const [url, setUrl] = useState('')
  const [wrong, setWrong] = useState('')
  const save = useSave({
    run: (next: string | null) => call(setAppointmentVideo, { params: { id }, body: { url: next } }),
    refresh: 'appointments',
    says: w.videoSaved,
    onDone: () => setUrl(''),
    onError: (error) => setWrong(error instanceof ProblemError ? (error.fields['url'] ?? error.message) : ''),
  })
  return (
    <details>
      <summary>{typed ? w.videoChange : w.videoType}</summary>
      <form
        className="stack gap-above"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setWrong(url.trim() === '' ? w.videoNeeded : '')
          if (url.trim() !== '') save.mutate(url.trim())
        }}
      >
        <p className="soft">{w.noRooms}</p>
        <Input
          aria-label={w.videoOf(who)}
          inputMode="url"
          placeholder="https://"
          value={url}
          maxLength={300}
          onChange={({ target }) => setUrl(target.value)}
        />
        {wrong !== '' && (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        )}
        <p className="row">
          <Button htmlType="submit" loading={save.isPending}>
            {words.forms.save}
          </Button>
          {typed && <Button onClick={() => save.mutate(null)}>{w.videoClear}</Button>}
        </p>
      </form>
    </details>
  )
}
