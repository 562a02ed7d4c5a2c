import { crc32, deflateSync } from 'node:zlib'

/** Drawn by numbers, so that the sample needs no picture files. Grey, one byte a pixel. */
class Sheet {
  private readonly pixels: Buffer
  constructor(
    private readonly width: number,
    private readonly height: number,
    paper = 255,
  ) {
    this.pixels = Buffer.alloc(width * height, paper)
  }
  fill(x: number, y: number, width: number, height: number, ink: number): this {
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row += 1)
      this.pixels.fill(ink, row * this.width + Math.max(0, x), row * this.width + Math.min(this.width, x + width))
    return this
  }
  /** A pen of 4 pixels along points. */
  stroke(points: readonly (readonly [number, number])[]): this {
    for (const [i, [toX, toY]] of points.entries()) {
      const [fromX, fromY] = points[i - 1] ?? [toX, toY]
      const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY)))
      for (let step = 0; step <= steps; step += 1)
        this.fill(
          Math.round(fromX + ((toX - fromX) * step) / steps),
          Math.round(fromY + ((toY - fromY) * step) / steps),
          4,
          4,
          20,
        )
    }
    return this
  }
  png(): Buffer {
    const head = Buffer.alloc(13)
    head.writeUInt32BE(this.width, 0)
    head.writeUInt32BE(this.height, 4)
    head.set([8, 0, 0, 0, 0], 8)
    const rows = Buffer.alloc((this.width + 1) * this.height)
    for (let row = 0; row < this.height; row += 1)
      this.pixels.copy(rows, row * (this.width + 1) + 1, row * this.width, (row + 1) * this.width)
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4),
    sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A sheet of paper with lines of writing nobody can read. */
export function paperPicture(seed: number): Buffer {
  const sheet = new Sheet(480, 640, 225).fill(30, 30, 420, 580, 252)
  for (let line = 0; line < 14; line += 1) {
    for (let x = 60, word = 0; x < 400; word += 1) {
      const width = 14 + ((seed * 7 + line * 13 + word * 5) % 31)
      sheet.fill(x, 70 + line * 36, width, 9, 90)
      x += width + 9
    }
  }
  return sheet.png()
}

/** A card with a grey head on it, for the photo of an identity card. */
export const cardPicture = (front: boolean): Buffer => {
  const sheet = new Sheet(480, 304, 235).fill(12, 12, 456, 280, 250)
  if (!front) return sheet.fill(40, 40, 90, 90, 170).fill(160, 60, 260, 16, 120).fill(160, 200, 240, 12, 120).png()
  return sheet
    .fill(330, 50, 100, 130, 200)
    .fill(360, 70, 40, 50, 140)
    .fill(40, 60, 120, 12, 120)
    .fill(40, 100, 180, 12, 120)
    .fill(40, 220, 330, 16, 90)
    .png()
}

/** Some strokes on white. */
export function signaturePicture(seed: number): Buffer {
  const wobble = (n: number) => ((seed * 31 + n * 17) % 23) - 11
  const sheet = new Sheet(360, 140)
  for (let part = 0; part < 3; part += 1) {
    const x = 40 + part * 100
    sheet.stroke([
      [x, 40 + wobble(part)],
      [x + 60, 34 + wobble(part + 3)],
      [x + 24, 100 + wobble(part + 5)],
    ])
    sheet.stroke([
      [x + 6, 74 + wobble(part + 7)],
      [x + 70, 66 + wobble(part + 9)],
      [x + 52, 108 + wobble(part + 11)],
      [x + 78, 96],
    ])
  }
  return sheet.png()
}
