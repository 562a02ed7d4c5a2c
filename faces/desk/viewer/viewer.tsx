import { Button, Tooltip } from 'antd'
import {
  CloseOutlined,
  DownloadOutlined,
  FileWordOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
  ExpandOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { LoadFailed } from '../shell/states.tsx'
import { useKeys } from '../keyboard/use-keys.ts'
import { words } from '../words/words.ts'
import { FullDialog } from './full-dialog.tsx'
import type { QuarterTurns } from './leaves.ts'
import { Pages } from './pages.tsx'
import { saveFile } from './save-file.ts'
import type { Viewable } from './viewable.ts'
import css from './viewer.module.css'

const w = words.viewer
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]

function Tool({
  label,
  icon,
  onClick,
  disabled,
}: {
  label: string
  icon: ReactNode
  onClick: () => void
  disabled?: boolean
}) {
  return (
    <Tooltip title={label}>
      <Button type="text" aria-label={label} icon={icon} onClick={onClick} disabled={disabled} />
    </Tooltip>
  )
}

/** Photos and papers of a case over the whole window: turn, zoom, next, by mouse or key. */
export function Viewer({ items, start, onClose }: { items: Viewable[]; start: number; onClose: () => void }) {
  const [at, setAt] = useState(start)
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState<QuarterTurns>(0)
  const item = items[at]
  const file = useQuery({
    queryKey: ['file', item?.key],
    queryFn: () => item?.load(),
    staleTime: Infinity,
    gcTime: 60_000,
    enabled: item !== undefined,
  })

  const show = (index: number) => {
    if (index >= 0 && index < items.length) {
      setAt(index)
      setZoom(1)
      setTurn(0)
    }
  }
  const zoomBy = (step: 1 | -1) => setZoom((z) => ZOOMS[ZOOMS.indexOf(z) + step] ?? z)
  const rotate = () => setTurn((t) => ((t + 90) % 360) as QuarterTurns)
  const download = () => {
    if (file.data && item) saveFile(file.data, item.fileName)
  }
  const word = () => void item?.loadWord?.().then((blob) => saveFile(blob, item.fileName.replace(/\.pdf$/, '.docx')))
  useKeys(
    {
      ArrowLeft: () => show(at - 1),
      ArrowRight: () => show(at + 1),
      k: () => show(at - 1),
      j: () => show(at + 1),
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setZoom(1),
      r: rotate,
      Escape: onClose,
    },
    { inLayer: true },
  )
  if (!item) return null
  return (
    <FullDialog label={item.title}>
      <div className={css.tools}>
        <b className={css.name}>{item.title}</b>
        {items.length > 1 && (
          <>
            <Tool label={w.previous} icon={<LeftOutlined />} onClick={() => show(at - 1)} disabled={at === 0} />
            <span className={css.place} aria-live="polite">
              {w.place(at + 1, items.length)}
            </span>
            <Tool
              label={w.next}
              icon={<RightOutlined />}
              onClick={() => show(at + 1)}
              disabled={at === items.length - 1}
            />
          </>
        )}
        <span className={css.gap} />
        <Tool label={w.zoomOut} icon={<ZoomOutOutlined />} onClick={() => zoomBy(-1)} disabled={zoom === ZOOMS[0]} />
        <span className={css.place} aria-live="polite">
          {w.zoom(Math.round(zoom * 100))}
        </span>
        <Tool label={w.zoomIn} icon={<ZoomInOutlined />} onClick={() => zoomBy(1)} disabled={zoom === ZOOMS.at(-1)} />
        <Tool label={w.fit} icon={<ExpandOutlined />} onClick={() => setZoom(1)} />
        <Tool label={w.rotate} icon={<RotateRightOutlined />} onClick={rotate} />
        <Tool label={w.download} icon={<DownloadOutlined />} onClick={download} disabled={!file.data} />
        {item.loadWord && <Tool label={w.word} icon={<FileWordOutlined />} onClick={word} />}
        <Tool label={w.close} icon={<CloseOutlined />} onClick={onClose} />
      </div>
      {file.error ? (
        <LoadFailed error={file.error} onRetry={() => void file.refetch()} />
      ) : (
        <Pages blob={file.data} name={item.title} zoom={zoom} turn={turn} fit="window" />
      )}
      <p className={css.keys}>{w.keys}</p>
    </FullDialog>
  )
}
