import { useQuery } from '@tanstack/react-query'
import { unreadNotices } from '@fatong/contract/desk/notices.ts'
import { call } from '../api/call.ts'

export const UNREAD_KEY = ['notices', 'unread']

/** How many notices nobody looked at yet; undefined while it is not known. One question for all who ask. */
export const useUnread = (): number | undefined =>
  useQuery({ queryKey: UNREAD_KEY, queryFn: () => call(unreadNotices), refetchInterval: 60_000 }).data?.unread
