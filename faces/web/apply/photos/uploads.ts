import { useCallback, useEffect, useRef, useState } from 'react'
import { mayHaveHappened, type Failure, type Result } from '../../../ui/api/result.ts'
import { prepare, sha256, type Prepared } from './shrink.ts'
import type { MaterialKind } from './kinds.ts'
import type { Material } from '../draft/store.ts'

type WhyNot = Extract<Prepared, { ok: false }>['why']
export interface Upload {
  id: number
  kind: MaterialKind
  name: string
  /** preview made on the phone; empty for a PDF */
  preview: string
  state: 'preparing' | 'sending' | 'failed' | 'refused'
  failure: Failure | null
  why: WhyNot | null
  file: Blob | null
}
export type Send = (kind: MaterialKind, name: string, file: Blob, headers: Record<string, string>) => Promise<Result<Material>>

/** Files on their way: shrunk, sent one after the other, kept and sent again when the network was away. */
export function useUploads(send: Send, onSent: (material: Material, preview: string) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const latest = useRef({ send, onSent, uploads })
  latest.current = { send, onSent, uploads }
  const counter = useRef(0)

  const change = useCallback((id: number, to: Partial<Upload> | null) => {
    setUploads((all) => (to === null ? all.filter((one) => one.id !== id) : all.map((one) => (one.id === id ? { ...one, ...to } : one))))
  }, [])

  const deliver = useCallback((upload: Upload, file: Blob) => {
    change(upload.id, { state: 'sending', failure: null })
    queue.current = queue.current.then(async () => {
      const sum = await sha256(file)
      const headers = { 'X-File-Type': file.type, ...(sum ? { 'X-File-Sha256': sum } : {}) }
      const result = await latest.current.send(upload.kind, upload.name, file, headers)
      if (result.ok) {
        latest.current.onSent(result.value, upload.preview)
        change(upload.id, null)
      } else change(upload.id, { state: 'failed', failure: result.failure })
    })
  }, [change])

  const add = useCallback(async (kind: MaterialKind, files: readonly File[]) => {
    for (const file of files) {
      const upload: Upload = { id: ++counter.current, kind, name: file.name, preview: '', state: 'preparing', failure: null, why: null, file: null }
      setUploads((all) => [...all, upload])
      const ready = await prepare(file)
      if (!ready.ok) {
        change(upload.id, { state: 'refused', why: ready.why })
        continue
      }
      const known = { ...upload, name: ready.name, file: ready.file, preview: ready.file.type.startsWith('image/') ? URL.createObjectURL(ready.file) : '' }
      change(upload.id, known)
      deliver(known, ready.file)
    }
  }, [change, deliver])

  const again = useCallback((upload: Upload) => { if (upload.file) deliver(upload, upload.file) }, [deliver])
  const drop = useCallback((id: number) => change(id, null), [change])

  useEffect(() => {
    const retry = () => {
      for (const upload of latest.current.uploads) if (upload.state === 'failed' && upload.failure && mayHaveHappened(upload.failure)) again(upload)
    }
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [again])
  return { uploads, add, again, drop }
}
