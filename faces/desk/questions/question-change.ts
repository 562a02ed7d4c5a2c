import { App } from 'antd'
import type { deskTicket } from '@fatong/contract/consultation/tickets.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isProblem, wordingOf } from '../api/problem.ts'

export type Question = ReplyOf<typeof deskTicket>

/** Does one thing to the question, reads it again and says what became of it. */
export function useQuestionChange<T>(
  run: (input: T) => Promise<unknown>,
  says: string,
  onDone: () => void = () => undefined,
) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      void message.success(says)
      onDone()
      void client.invalidateQueries({ queryKey: ['questions'] })
    },
    onError: (error) => {
      void message.error(wordingOf(error))
      if (isProblem(error, 'changedMeanwhile')) void client.invalidateQueries({ queryKey: ['questions'] })
    },
  })
}
