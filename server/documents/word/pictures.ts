import type PizZip from 'pizzip'

/** Alternative texts by which a template's pictures are found, however the bureau moves them in Word. */
export const QR_PICTURE = '核验二维码'
export const SIGNATURE_PICTURE = '签名图片'

const PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/
const DRAWING = /<w:drawing>.*?<\/w:drawing>/gs
const isPicture = (drawing: string, name: string) =>
  new RegExp(`<wp:docPr\\b[^>]*\\b(?:descr|title|name)="${name}"`).test(drawing)

/** Whether the template still holds the picture called `name`. */
export const hasPicture = (zip: PizZip, name: string): boolean =>
  zip.file(PARTS).some((part) => (part.asText().match(DRAWING) ?? []).some((drawing) => isPicture(drawing, name)))

/** Puts `png` in the place of every picture called `name`, or takes the place away when there is none. `box` in pixels bounds it. */
export function putPicture(
  zip: PizZip,
  name: string,
  png: Uint8Array | undefined,
  box?: { width: number; height: number },
): void {
  const media = `media/fatong-${name === QR_PICTURE ? 'verify' : 'signature'}.png`
  let used = false
  for (const part of zip.file(PARTS)) {
    const relations: string[] = []
    const xml = part.asText().replace(DRAWING, (drawing) => {
      if (!isPicture(drawing, name)) return drawing
      if (!png) return ''
      const id = /r:embed="([^"]+)"/.exec(drawing)?.[1]
      if (id) relations.push(id)
      return box ? resized(drawing, png, box) : drawing
    })
    zip.file(part.name, xml)
    if (relations.length === 0) continue
    used = true
    const path = part.name.replace('word/', 'word/_rels/') + '.rels'
    const rels = zip.file(path)?.asText() ?? ''
    zip.file(
      path,
      rels.replace(/<Relationship\b[^>]*>/g, (relation) =>
        relations.includes(/\bId="([^"]+)"/.exec(relation)?.[1] ?? '')
          ? relation.replace(/\bTarget="[^"]*"/, `Target="${media}"`)
          : relation,
      ),
    )
  }
  if (!used || !png) return
  zip.file(`word/${media}`, png)
  const types = zip.file('[Content_Types].xml')!.asText()
  if (!/Extension="png"/i.test(types))
    zip.file(
      '[Content_Types].xml',
      types.replace(/(<Types\b[^>]*>)/, '$1<Default Extension="png" ContentType="image/png"/>'),
    )
}

const EMU_PER_PIXEL = 9525
/** Keeps the picture's own proportions inside the box. */
function resized(drawing: string, png: Uint8Array, box: { width: number; height: number }): string {
  const header = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const width = header.readUInt32BE(16),
    height = header.readUInt32BE(20)
  const scale = Math.min(box.width / width, box.height / height)
  const cx = Math.max(1, Math.round(width * scale * EMU_PER_PIXEL)),
    cy = Math.max(1, Math.round(height * scale * EMU_PER_PIXEL))
  return drawing.replace(/(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")\d+("[^>]*?\bcy=")\d+"/g, `$1${cx}$2${cy}"`)
}
