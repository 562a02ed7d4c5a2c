import { Button } from 'antd'
import type { NoticeAbout, StaffNotice } from '@fatong/contract/desk/notices.ts'
import { useRef } from 'react'
import { Link } from 'wouter'
import { Mark } from '../shell/mark.tsx'
import { momentText } from '../time/format.ts'
import { words } from '../words/words.ts'
import css from './notices.module.css'
import { useRead } from './use-read.ts'

const w = words.notices
const PAGES: Record<Exclude<NoticeAbout, 'case'>, string> = {
  question: '/questions',
  callback: '/team/appointments',
  appointment: '/team/appointments',
  duty: '/team/roster',
  handover: '/team/handovers',
  licence: '/team/people',
}
const pageOf = ({ about, caseId }: StaffNotice): string =>
  about === null || about === 'case' ? `/cases/${caseId}` : PAGES[about]

/** What happened, when, and the way there. Going there is having read it. */
export function NoticeLine({ notice }: { notice: StaffNotice }) {
  const { id, number, text, at, readAt, about } = notice
  const line = useRef<HTMLLIElement>(null)
  const read = useRead()
  const unread = readAt === null
  return (
    <li ref={line} tabIndex={-1} className={`card ${css.line}`}>
      <p className={css.head}>
        {unread ? <Mark tone="action">{w.unread}</Mark> : <span className="soft">{w.read}</span>}
        <span className="soft num">{number}</span>
        <span className="soft">{momentText(at)}</span>
      </p>
      <p className={`pre ${unread ? css.unread : ''}`}>{text}</p>
      {(about !== null || unread) && (
        <p className="row">
          {about !== null && (
            <Link
              href={pageOf(notice)}
              className={css.go}
              onClick={() => {
                if (unread) read.mutate({ id })
              }}
            >
              {w.open[about]}
              <span className="sr-only"> {number}</span>
            </Link>
          )}
          {/* The button goes away when it is pressed; the focus stays with the line. */}
          {unread && (
            <Button
              loading={read.isPending}
              onClick={() => read.mutate({ id }, { onSuccess: () => line.current?.focus() })}
            >
              {w.markRead}
              <span className="sr-only"> {number}</span>
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
