export type QuarterTurns = 0 | 90 | 180 | 270

/** One page or photo that can draw itself. Sizes are in CSS px at zoom 1, before turning. */
export interface Leaf {
  width: number
  height: number
  draw: (canvas: HTMLCanvasElement, scale: number, turn: QuarterTurns) => Promise<void>
}
export interface Opened {
  leaves: Leaf[]
  close: () => void
}

/** Reads a photo or a PDF. Undefined when the browser has no way to show this kind of file. */
export async function openLeaves(blob: Blob): Promise<Opened | undefined> {
  const type = blob.type.split(';')[0]
  if (type === 'application/pdf') return (await import('./pdf-leaves.ts')).openPdf(await blob.arrayBuffer())
  return type?.startsWith('image/') ? openImage(blob) : undefined
}

async function openImage(blob: Blob): Promise<Opened> {
  const bitmap = await createImageBitmap(blob)
  const { width, height } = bitmap
  const draw: Leaf['draw'] = async (canvas, scale, turn) => {
    const across = turn % 180 === 0
    canvas.width = Math.round((across ? width : height) * scale)
    canvas.height = Math.round((across ? height : width) * scale)
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.imageSmoothingQuality = 'high'
      pen.translate(canvas.width / 2, canvas.height / 2)
      pen.rotate((turn * Math.PI) / 180)
      pen.drawImage(bitmap, (-width * scale) / 2, (-height * scale) / 2, width * scale, height * scale)
    }
  }
  return { leaves: [{ width, height, draw }], close: () => bitmap.close() }
}
