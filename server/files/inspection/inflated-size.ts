import { createInflate } from 'node:zlib'

/**
 * How many bytes the parts unpack to, without keeping them; stops at once when more than `most` come out.
 * `look` sees each piece as it comes and may end the work by returning false.
 */
export function inflatedSize(
  parts: Buffer[],
  most: number,
  look?: (piece: Buffer) => boolean,
): Promise<number | 'tooLarge' | 'damaged' | 'stopped'> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 256 * 1024 })
    let size = 0
    const finish = (result: number | 'tooLarge' | 'damaged' | 'stopped') => {
      inflate.destroy()
      resolve(result)
    }
    inflate.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > most) finish('tooLarge')
      else if (look && !look(piece)) finish('stopped')
    })
    inflate.on('end', () => finish(size))
    inflate.on('error', () => finish('damaged'))
    for (const part of parts) inflate.write(part)
    inflate.end()
  })
}
