import { offline } from '../../../ui/api/result.ts'
import { api } from '../../api/citizen.ts'
import type { Shelf } from '../draft/kept.ts'
import type { DraftStore } from '../draft/store.ts'
import { UploadQueue } from './queue.ts'

/** The files of one draft; the draft is started on the server before the first of them goes out. */
export const queueFor = (store: DraftStore, shelf: Shelf): UploadQueue =>
  new UploadQueue(
    shelf,
    async (kind, name, file, headers) => {
      const draft = await store.server()
      if (!draft) return { ok: false, failure: offline }
      return api.uploadToDraft({
        params: { id: draft.id },
        query: { kind, name },
        file,
        headers: { ...headers, 'X-Draft-Secret': draft.secret },
      })
    },
    (material) => {
      const { materials } = store.read()
      const isNew = !materials.some(({ id }) => id === material.id)
      if (isNew) store.setMaterials([...materials, material])
      return isNew
    },
  )
