import { App, Button, Tooltip } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useLocation, useRoute } from 'wouter'
import { nextCase } from '@fatong/contract/desk/cases.ts'
import { call } from '../api/call.ts'
import { wordingOf } from '../api/problem.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { words } from '../words/words.ts'

/** Opens the case of mine that runs out first, other than the one on the screen. */
export function NextButton() {
  const { message } = App.useApp()
  const [, go] = useLocation()
  const [, here] = useRoute<{ id: string }>('/cases/:id')
  const next = useMutation({
    mutationFn: () => call(nextCase, { query: { after: here?.id } }),
    onSuccess: ({ line }) => (line ? go(`/cases/${line.id}`) : void message.info(words.shell.nextNone)),
    onError: (error) => void message.error(wordingOf(error)),
  })
  useKeys({ n: () => next.mutate() })
  return (
    <Tooltip title="N">
      <Button type="primary" loading={next.isPending} onClick={() => next.mutate()}>
        {words.shell.next}
      </Button>
    </Tooltip>
  )
}
