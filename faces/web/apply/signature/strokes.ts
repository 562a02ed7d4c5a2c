export interface Point {
  x: number
  y: number
}
export type Stroke = readonly Point[]

/** Draws strokes with rounded joints, smoothed through the middles between points. */
export function drawStrokes(pen: CanvasRenderingContext2D, strokes: readonly Stroke[], width: number): void {
  pen.lineWidth = width
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#10202f'
  for (const stroke of strokes) {
    const [first, ...rest] = stroke
    if (!first) continue
    pen.beginPath()
    pen.moveTo(first.x, first.y)
    if (rest.length === 0) pen.lineTo(first.x + 0.1, first.y)
    rest.forEach((point, index) => {
      const next = rest[index + 1] ?? point
      pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
    })
    pen.stroke()
  }
}

const asPng = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))

function sheet(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  return [canvas, pen]
}

/** The signature as a picture on white, twice the size it was drawn at. */
export async function pictureOfStrokes(
  strokes: readonly Stroke[],
  width: number,
  height: number,
): Promise<Blob | null> {
  const made = sheet(width * 2, height * 2)
  if (!made) return null
  made[1].scale(2, 2)
  drawStrokes(made[1], strokes, 3.2)
  return asPng(made[0])
}

/** A typed name as a picture, marked as typed. */
export async function pictureOfName(name: string, mark: string): Promise<Blob | null> {
  const made = sheet(900, 300)
  if (!made) return null
  const [canvas, pen] = made
  pen.fillStyle = '#10202f'
  pen.textAlign = 'center'
  pen.font = `${Math.min(120, 780 / Math.max(1, name.length))}px serif`
  pen.fillText(name, 450, 175)
  pen.font = '28px sans-serif'
  pen.fillText(mark, 450, 260)
  return asPng(canvas)
}
