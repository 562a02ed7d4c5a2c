import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { COMMAND_ROUTES, previewDocument, type CommandReply, type DeskCommand } from '@fatong/contract/desk/commands.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { useRef, useState } from 'react'
import { uuid } from '../../ui/uuid.ts'
import { call, send } from '../api/call.ts'
import { isProblem } from '../api/problem.ts'

type Body = Record<string, unknown>
type Reply = (typeof CommandReply)['_zod']['output']

/** True when the server certainly did nothing, so a changed form may go out under a new key. */
const certainlyNotDone = (error: unknown): boolean =>
  isProblem(error) && error.problem.status >= 400 && error.problem.status < 500

/**
 * Sends one command once. One Idempotency-Key lives as long as the panel: a second click or a retry after a broken line
 * is answered with what the first one did. `version` is what the reader saw when the panel was opened.
 */
export function useCommand(page: CasePage, command: DeskCommand, onDone: (reply: Reply) => void) {
  const client = useQueryClient()
  const key = useRef(uuid())
  const [version, setVersion] = useState(page.version)
  const params = { id: page.id }
  const issue = useMutation({
    mutationFn: (body: Body): Promise<ReplyOf<(typeof COMMAND_ROUTES)[DeskCommand]>> =>
      call(COMMAND_ROUTES[command], { params, body: body as never, key: key.current, version }),
    onSuccess: async (reply) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', page.id] }, { cancelRefetch: false }),
        client.invalidateQueries({ queryKey: ['queue'] }),
        client.invalidateQueries({ queryKey: ['board'] }),
      ])
      onDone(reply)
    },
    onError: (error) => {
      if (certainlyNotDone(error)) key.current = uuid()
      if (isProblem(error, 'changedMeanwhile'))
        void client.invalidateQueries({ queryKey: ['case', page.id], exact: true })
    },
  })
  const preview = useMutation({
    mutationFn: async (body: Body) => (await send(previewDocument, { params: { ...params, command }, body })).blob(),
  })
  const takeLatest = () => {
    setVersion(page.version)
    issue.reset()
  }
  return { issue, preview, version, takeLatest }
}
