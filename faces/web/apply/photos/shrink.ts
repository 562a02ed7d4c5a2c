const LONGEST_SIDE = 1600
const QUALITY = 0.82
const LARGEST_FILE = 20 * 1024 * 1024

export type Prepared =
  | { ok: true; file: Blob; name: string }
  | { ok: false; why: 'cannotRead' | 'tooBig' | 'onlyThese' }

const sizeOf = (width: number, height: number): [number, number] => {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

/** A photo as JPEG of at most 1600 px, turned the right way up by the browser; a PDF unchanged. */
export async function prepare(file: File): Promise<Prepared> {
  if (file.type === 'application/pdf')
    return file.size > LARGEST_FILE ? { ok: false, why: 'tooBig' } : { ok: true, file, name: file.name }
  if (!file.type.startsWith('image/')) return { ok: false, why: 'onlyThese' }
  const picture = await decoded(file)
  if (!picture) return { ok: false, why: 'cannotRead' }
  const canvas = document.createElement('canvas')
  const [width, height] = sizeOf(picture.naturalWidth, picture.naturalHeight)
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return { ok: false, why: 'cannotRead' }
  // a transparent PNG would turn black as JPEG
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return jpeg
    ? { ok: true, file: jpeg, name: `${file.name.replace(/\.[^.]*$/, '').slice(0, 150) || 'photo'}.jpg` }
    : { ok: false, why: 'cannotRead' }
}

async function decoded(file: File): Promise<HTMLImageElement | null> {
  const address = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    return picture.naturalWidth > 0 ? picture : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** SHA-256 in hex; undefined where the browser has no crypto.subtle (plain http). */
export async function sha256(file: Blob): Promise<string | undefined> {
  if (!('subtle' in crypto)) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
