import type { ReplyOf, Route } from '@fatong/contract/route.ts'
import { addressOf } from './call.ts'
import { offline, problemOf } from './problem.ts'

/** Sends a file as it is and tells how much of it has gone out (0 to 100), which fetch cannot. Throws ProblemError. */
export async function uploadFile<R extends Route>(
  route: R,
  { query, file, onProgress }: { query: object; file: Blob; onProgress: (percent: number) => void },
): Promise<ReplyOf<R>> {
  const response = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(route.method, addressOf(route.path, {}, query))
    request.setRequestHeader('X-Fatong', '1')
    request.setRequestHeader('Content-Type', route.consumes ?? 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(Math.floor((100 * loaded) / total))
    }
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
    request.onerror = () => reject(offline())
    request.send(file)
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as ReplyOf<R>
}
