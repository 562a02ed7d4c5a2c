import { useState, useSyncExternalStore, type ChangeEvent } from 'react'
import { failureText } from '../../controls/Failed.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { words } from '../../words/apply.ts'
import { words as everywhere } from '../../words/everywhere.ts'
import type { Material } from '../draft/store.ts'
import type { MaterialKind } from './kinds.ts'
import type { Upload, UploadQueue } from './queue.ts'
import './photos.css'

interface Props {
  first: readonly MaterialKind[]
  more: readonly MaterialKind[]
  materials: readonly Material[]
  queue: UploadQueue
  onRemove?: (material: Material) => void
  /** Fetches what was sent before a reload; an address of the picture, or null when it cannot be had now. */
  onLook?: (material: Material) => Promise<string | null>
}
/** Papers by kind: camera or file, previews, retry with what was kept, removing. */
export function Papers({ first, more, materials, queue, onRemove, onLook }: Props) {
  const uploads = useSyncExternalStore(queue.subscribe, queue.read)
  const [all, setAll] = useState(false)
  const used = more.filter(
    (kind) => materials.some((one) => one.kind === kind) || uploads.some((one) => one.kind === kind),
  )
  const kinds = [...first, ...(all ? more : used)]
  const unsent = uploads.some((one) => one.state === 'failed')
  return (
    <div className="stack">
      <div className="papers">
        {kinds.map((kind) => (
          <Paper
            key={kind}
            kind={kind}
            materials={materials.filter((one) => one.kind === kind)}
            uploads={uploads.filter((one) => one.kind === kind)}
            queue={queue}
            {...(onRemove ? { onRemove } : {})}
            {...(onLook ? { onLook } : {})}
          />
        ))}
      </div>
      {!all && used.length < more.length && (
        <button type="button" className="button second block" onClick={() => setAll(true)}>
          {words.photos.moreKinds}
        </button>
      )}
      {unsent && (
        <p className="field-error" role="status">
          <Icon name="warn" /> <span>{words.photos.unsent}</span>
        </p>
      )}
    </div>
  )
}

interface PaperProps {
  kind: MaterialKind
  materials: readonly Material[]
  uploads: readonly Upload[]
  queue: UploadQueue
  onRemove?: (material: Material) => void
  onLook?: (material: Material) => Promise<string | null>
}
function Paper({ kind, materials, uploads, queue, onRemove, onLook }: PaperProps) {
  const name = words.kinds[kind]
  const taken = (event: ChangeEvent<HTMLInputElement>) => {
    void queue.add(kind, [...(event.target.files ?? [])])
    // the same photo may be taken again
    event.target.value = ''
  }
  return (
    <section className="paper" aria-label={name}>
      <div className="paper-head">
        <span>{name}</span>
        {materials.length > 0 && (
          <span className="tag done">
            <Icon name="done" /> {materials.length}
          </span>
        )}
      </div>
      {(materials.length > 0 || uploads.length > 0) && (
        <ul className="shots">
          {materials.map((material, index) => (
            <Shot
              key={material.id}
              material={material}
              preview={queue.previews.get(material.id)}
              title={words.photos.of(name, index + 1)}
              {...(onRemove ? { onRemove } : {})}
              {...(onLook ? { onLook } : {})}
            />
          ))}
          {uploads.map((upload) => (
            <Sending key={upload.key} upload={upload} queue={queue} />
          ))}
        </ul>
      )}
      <div className="paper-buttons">
        <label>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onChange={taken}
            aria-label={`${words.photos.take}：${name}`}
          />
          <span className="button second small-button">
            <Icon name="camera" /> {words.photos.take}
          </span>
        </label>
        <label>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            multiple
            onChange={taken}
            aria-label={`${words.photos.pick}：${name}`}
          />
          <span className="button second small-button">
            <Icon name="file" /> {words.photos.pick}
          </span>
        </label>
      </div>
    </section>
  )
}

interface ShotProps {
  material: Material
  preview: string | undefined
  title: string
  onRemove?: (material: Material) => void
  onLook?: (material: Material) => Promise<string | null>
}
function Shot({ material, preview, title, onRemove, onLook }: ShotProps) {
  const [fetched, setFetched] = useState<string>()
  const [missed, setMissed] = useState(false)
  const seen = preview ?? fetched
  const look = async () => {
    const address = (await onLook?.(material)) ?? null
    setMissed(address === null)
    if (address !== null) setFetched(address)
  }
  return (
    <li className="shot">
      {seen ? (
        <img className="shot-picture" src={seen} alt={words.photos.preview(title)} />
      ) : (
        <span className="shot-picture">
          <Icon name={material.mediaType === 'application/pdf' ? 'file' : 'camera'} />
        </span>
      )}
      <div>
        <div className="small">{material.name}</div>
        <div className="shot-state kept">
          <Icon name="done" /> {words.photos.kept} · {everywhere.fileBytes(material.bytes)}
        </div>
        {missed && (
          <div className="small soft" role="status">
            {words.photos.notShown}
          </div>
        )}
      </div>
      {onLook && !seen && material.mediaType.startsWith('image/') && (
        <button type="button" className="quiet" onClick={() => void look()}>
          {words.photos.look}
          <span className="unseen">：{title}</span>
        </button>
      )}
      {onRemove && (
        <button type="button" className="quiet" onClick={() => onRemove(material)}>
          {words.photos.remove}
          <span className="unseen">：{title}</span>
        </button>
      )}
    </li>
  )
}

function Sending({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const already = upload.why === 'already'
  const wrong = !already && (upload.state === 'failed' || upload.state === 'refused')
  const says = upload.why
    ? words.photos[upload.why]
    : upload.failure?.code === 'offline'
      ? words.photos.failed
      : upload.failure
        ? failureText(upload.failure)
        : words.photos.sending
  return (
    <li className="shot">
      {upload.preview ? (
        <img className="shot-picture" src={upload.preview} alt={words.photos.preview(upload.name)} />
      ) : (
        <span className="shot-picture">
          <Icon name="file" />
        </span>
      )}
      <div>
        <div className="small">{upload.name}</div>
        <div className={`shot-state${wrong ? ' failed' : ''}`} role="status">
          {wrong && <Icon name="warn" />} {says}
        </div>
        {upload.state === 'failed' && <div className="small soft">{words.photos.failedKept}</div>}
        {(wrong || already) && (
          <div>
            {upload.state === 'failed' && (
              <button type="button" className="quiet" onClick={() => queue.again(upload)}>
                {words.photos.again}
              </button>
            )}
            <button type="button" className="quiet" onClick={() => queue.drop(upload.key)}>
              {already ? words.known : words.photos.remove}
            </button>
          </div>
        )}
      </div>
    </li>
  )
}
