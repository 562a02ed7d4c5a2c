import { App } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readNotice } from '@fatong/contract/desk/notices.ts'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'

/** Marks a notice, or it and all older ones, as read; list and bell follow. */
export function useRead() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ id, older = false }: { id: string; older?: boolean }) =>
      call(readNotice, { params: { id }, body: { older } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
    onError: (error) => void message.error(wordingOf(error)),
  })
}
