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

/** How many visitors a reply says that nobody receives any more; most replies know nothing of visitors. */
const lostIn = (reply: unknown): number =>
  typeof reply === 'object' && reply !== null && 'lost' in reply && typeof reply.lost === 'number' ? reply.lost : 0

/**
 * Saves something of administration, reads its list again and says that it was saved. Where visitors have lost whoever was to receive
 * them, that is said until somebody has read it: a word that passes by would be missed.
 */
export function useSave<T, R>({ run, refresh, says = words.forms.saved, onDone, onError }: Options<T, R>) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (reply) => {
      if (says !== '') void message.success(says)
      void client.invalidateQueries({ queryKey: ['admin', refresh] })
      const lost = lostIn(reply)
      if (lost > 0) {
        void client.invalidateQueries({ queryKey: ['admin', 'appointments'] })
        modal.warning({ title: words.team.lost(lost), content: words.team.lostHelp, okText: words.team.lostSeen })
      }
      onDone?.(reply)
    },
    onError: (error) => {
      void message.error(wordingOf(error))
      onError?.(error)
    },
  })
}
