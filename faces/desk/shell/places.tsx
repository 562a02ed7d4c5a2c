import {
  AppstoreOutlined,
  NodeIndexOutlined,
  ApartmentOutlined,
  ReadOutlined,
  ScheduleOutlined,
  BarChartOutlined,
  BookOutlined,
  CommentOutlined,
  LikeOutlined,
  FileProtectOutlined,
  MessageOutlined,
  SettingOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { ReactNode } from 'react'
import type { Role } from '../vocabulary.ts'
import { words } from '../words/words.ts'

export interface PlaceOfDesk {
  href: string
  label: string
  icon: ReactNode
  starts: string
  outside?: boolean
  hint?: string
}

const w = words.shell
const AGENCY: Role[] = [
  'clerk',
  'reviewer',
  'approver',
  'assigner',
  'director',
  'stationStaff',
  'bureauOfficer',
  'administrator',
]
const REGISTER: Role[] = ['clerk', 'assigner', 'director']
const ASSIGN: Role[] = ['assigner', 'director']
const HELP: Role[] = ['clerk', 'stationStaff', 'legalLiaison', 'director']
/** Who answers questions; others see single ones. */
export const ANSWERS: Role[] = ['lawyer', 'grassrootsLegalWorker', 'clerk', 'director']
const QUALITY: Role[] = ['clerk', 'approver', 'director', 'qualityOfficer', 'bureauOfficer']
const ADMIN: Role[] = ['administrator', 'director', 'bureauOfficer']

export const holds = (me: StaffMe, roles: readonly Role[]): boolean => me.roles.some(({ role }) => roles.includes(role))

/** The pages a person is shown; the server decides what is really allowed. */
export function placesFor(me: StaffMe): PlaceOfDesk[] {
  const all: (PlaceOfDesk & { shown: boolean })[] = [
    { href: '/', starts: '/queue', label: w.queue, icon: <AppstoreOutlined />, shown: true },
    { href: '/board', starts: '/board', label: w.board, icon: <BarChartOutlined />, shown: holds(me, AGENCY) },
    {
      href: '/notifications/new',
      starts: '/notifications',
      label: w.notification,
      icon: <FileProtectOutlined />,
      shown: holds(me, REGISTER),
    },
    {
      href: '/apply?assist=1',
      starts: '/apply',
      label: w.assist,
      icon: <TeamOutlined />,
      outside: true,
      hint: w.assistHint,
      shown: holds(me, HELP),
    },
    {
      href: '/questions',
      starts: '/questions',
      label: w.questions,
      icon: <CommentOutlined />,
      shown: holds(me, ANSWERS),
    },
    { href: '/quality', starts: '/quality', label: w.quality, icon: <LikeOutlined />, shown: holds(me, QUALITY) },
    {
      href: '/assignments',
      starts: '/assignments',
      label: w.assignments,
      icon: <ApartmentOutlined />,
      shown: holds(me, ASSIGN),
    },
    { href: '/network', starts: '/network', label: w.circle, icon: <NodeIndexOutlined />, shown: true },
    { href: '/team', starts: '/team', label: w.team, icon: <ScheduleOutlined />, shown: true },
    { href: '/guides', starts: '/guides', label: w.guides, icon: <ReadOutlined />, shown: true },
    { href: '/library', starts: '/library', label: w.library, icon: <BookOutlined />, shown: true },
    { href: '/sms', starts: '/sms', label: w.sms, icon: <MessageOutlined />, shown: me.sampleMode },
    { href: '/admin', starts: '/admin', label: w.admin, icon: <SettingOutlined />, shown: holds(me, ADMIN) },
    { href: '/me', starts: '/me', label: w.me, icon: <UserOutlined />, shown: true },
  ]
  return all.filter(({ shown }) => shown)
}
