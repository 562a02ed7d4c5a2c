import { App } from 'antd'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'

interface Options<T, R> {
  run: (input: T) => Promise<R>
  refresh: string
  says?: string
  onDone?: (reply: R) => void
  onError?: (error: unknown) => void
}

/** Saves something of administration, reads its list again and says that it was saved. */
export function useSave<T, R>({ run, refresh, says = words.forms.saved, onDone, onError }: Options<T, R>) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (reply) => {
      if (says !== '') void message.success(says)
      void client.invalidateQueries({ queryKey: ['admin', refresh] })
      onDone?.(reply)
    },
    onError: (error) => {
      void message.error(wordingOf(error))
      onError?.(error)
    },
  })
}
