import { addressOf } from '../../../ui/api/endpoint.ts'
import { api } from '../../api/citizen.ts'
import { words } from '../../words/apply.ts'
import type { Material } from '../draft/store.ts'
import { kindsWanted } from '../photos/kinds.ts'
import { Papers } from '../photos/Papers.tsx'
import type { StepProps } from './step-props.ts'

export function PhotosStep({ form, store, snapshot, queue }: StepProps) {
  const { first, more } = kindsWanted(form)
  const materials = snapshot.materials.filter((one) => one.kind !== 'signature')
  const remove = async (material: Material) => {
    if (!window.confirm(words.photos.removeAsk(material.name))) return
    const draft = await store.server()
    if (!draft) return
    const removed = await api.removeDraftMaterial({
      params: { id: draft.id, material: material.id },
      headers: { 'X-Draft-Secret': draft.secret },
    })
    if (removed.ok || removed.failure.status === 404)
      store.setMaterials(store.read().materials.filter((one) => one.id !== material.id))
  }
  // only on demand: a photo is large and the signal may be poor
  const look = async (material: Material) => {
    const draft = await store.server()
    const reply =
      draft &&
      (await fetch(addressOf('/drafts/:id/materials/:material', { id: draft.id, material: material.id }), {
        headers: { 'X-Draft-Secret': draft.secret },
      }).catch(() => null))
    if (!reply?.ok) return null
    const address = URL.createObjectURL(await reply.blob())
    queue.previews.set(material.id, address)
    return address
  }
  return (
    <>
      <p className="soft">{words.photos.lead}</p>
      <Papers
        first={first}
        more={more}
        materials={materials}
        queue={queue}
        onRemove={(material) => void remove(material)}
        onLook={look}
      />
      <p className="soft" role="status">
        {materials.length > 0 ? words.photos.count(materials.length) : words.photos.none}
      </p>
    </>
  )
}
