import { api } from '../api/citizen.ts'
import { offline, type Result } from '../../ui/api/result.ts'
import { useLoad } from '../loading/load.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import type { staffMe } from '@fatong/contract/desk/session.ts'

type Me = ReplyOf<typeof staffMe>
const nobody = (): Promise<Result<Me>> => Promise.resolve({ ok: false, failure: offline })

/** Who is signed in at the desk and fills in for somebody; asked for only there. */
export function useHelper(assist: boolean) {
  const [loaded, reload] = useLoad(() => (assist ? api.staffMe({}) : nobody()), assist ? 'staff' : 'nobody')
  return { loaded, reload, custodyPlace: loaded.state === 'ready' && loaded.value.assisting?.custodyPlace === true }
}
