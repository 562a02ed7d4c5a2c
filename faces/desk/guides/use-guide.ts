import { App } from 'antd'
import { deskGuide, type writeGuide } from '@fatong/contract/knowledge/guides.ts'
import type { ParamsOf } from '@fatong/contract/route.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { isProblem, wordingOf } from '../api/problem.ts'
import { words } from '../words/words.ts'

/** Topic and name of a guide: the two parts of its address. */
export type GuideAddress = ParamsOf<typeof writeGuide>

/** One guide with its history. */
export const useGuide = (params: GuideAddress) =>
  useQuery({ queryKey: ['guides', params.topic, params.name], queryFn: () => call(deskGuide, { params }) })

/** Does one thing to a guide, reads guides again and says what became of it. */
export function useGuideChange<T>(
  run: (input: T) => Promise<unknown>,
  says: string,
  onDone: () => void = () => undefined,
  onProblem: (error: unknown) => void = () => undefined,
) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      void message.success(says)
      await client.invalidateQueries({ queryKey: ['guides'] })
      onDone()
    },
    onError: async (error) => {
      const old = isProblem(error, 'changedMeanwhile')
      void message[old ? 'warning' : 'error'](old ? words.guides.meanwhile : wordingOf(error))
      if (old || isProblem(error, 'othersDraft', 'notFound')) await client.invalidateQueries({ queryKey: ['guides'] })
      onProblem(error)
    },
  })
}
