import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { words } from '../../words/apply.ts'
import { drawStrokes, pictureOfStrokes, type Point, type Stroke } from './strokes.ts'
import './signature.css'

const t = words.signature

/** A sheet to sign on with a finger, pen or mouse. */
export function SignaturePad({ onUse, busy }: { onUse: (picture: Blob) => void; busy: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [empty, setEmpty] = useState(false)
  const current = useRef<Point[] | null>(null)

  const redraw = (all: readonly Stroke[]) => {
    const sheet = canvas.current
    const pen = sheet?.getContext('2d')
    if (!sheet || !pen) return
    const scale = window.devicePixelRatio || 1
    if (sheet.width !== Math.round(sheet.clientWidth * scale)) {
      sheet.width = Math.round(sheet.clientWidth * scale)
      sheet.height = Math.round(sheet.clientHeight * scale)
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    pen.clearRect(0, 0, sheet.clientWidth, sheet.clientHeight)
    drawStrokes(pen, all, 3.2)
  }
  useEffect(() => {
    redraw(strokes)
  }, [strokes])
  useEffect(() => {
    const turned = () => redraw(strokes)
    addEventListener('resize', turned)
    return () => removeEventListener('resize', turned)
  }, [strokes])

  const at = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    current.current = [at(event)]
    setEmpty(false)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!current.current) return
    current.current.push(at(event))
    redraw([...strokes, current.current])
  }
  const up = () => {
    const done = current.current
    current.current = null
    if (done) setStrokes((all) => [...all, done])
  }
  const use = async () => {
    const sheet = canvas.current
    const length = strokes.reduce((sum, stroke) => sum + stroke.length, 0)
    if (!sheet || length < 5) return setEmpty(true)
    const picture = await pictureOfStrokes(strokes, sheet.clientWidth, sheet.clientHeight)
    if (picture) onUse(picture)
  }
  return (
    <div className="stack">
      <canvas
        ref={canvas}
        className="sign-sheet"
        role="img"
        aria-label={t.box}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
      />
      {empty && (
        <p className="field-error" role="alert">
          {t.empty}
        </p>
      )}
      <div className="sign-buttons">
        <button
          type="button"
          className="button"
          id="signature"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void use()
          }}
        >
          {busy ? t.sending : t.use}
        </button>
        <button type="button" className="button second" onClick={() => setStrokes((all) => all.slice(0, -1))}>
          {t.undo}
        </button>
        <button type="button" className="button second" onClick={() => setStrokes([])}>
          {t.clear}
        </button>
      </div>
    </div>
  )
}
