import { inflateRawSync } from 'node:zlib'

/** Bounds of an uploaded template. A Word file of an office is far below them. */
export const LIMITS = { fileBytes: 5_000_000, entries: 300, entryBytes: 10_000_000, totalBytes: 25_000_000 }

/** The file is not a package we are ready to open; the message is a Chinese sentence for the uploader. */
export class HostileFileError extends Error {
  override name = 'HostileFileError'
}
const refuse = (why: string): never => {
  throw new HostileFileError(why)
}

/** Also for an old .doc, which begins otherwise. */
export const NOT_WORD = '这不是 Word 文档（.docx）。请在 Word 里点“另存为”，选“Word 文档（*.docx）”再上传'

const END = 0x06054b50,
  CENTRAL = 0x02014b50,
  LOCAL = 0x04034b50

/**
 * Unpacks a zip under bounds: sizes are enforced while inflating, not believed; paths must be plain; entries must not
 * repeat, be encrypted, overlap or disagree with their local headers; nothing may stand before the first entry.
 */
export function zipEntries(file: Buffer): Map<string, Buffer> {
  if (file.length > LIMITS.fileBytes) refuse('文件太大，模板不能超过5MB')
  if (file.length < 22 || file.readUInt32LE(0) !== LOCAL) refuse(NOT_WORD)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END)
    refuse('文件不完整，请在 Word 里另存为 .docx 再上传')
  const count = file.readUInt16LE(end + 10)
  if (file.readUInt16LE(end + 4) !== 0 || file.readUInt16LE(end + 8) !== count) refuse('不接受分卷压缩的文件')
  if (count === 0 || count > LIMITS.entries) refuse('文件里的部件数量不正常')

  const entries = new Map<string, Buffer>(),
    starts = new Set<number>()
  let at = file.readUInt32LE(end + 16),
    total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) refuse('文件目录损坏')
    const flags = file.readUInt16LE(at + 8),
      method = file.readUInt16LE(at + 10),
      packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28),
      start = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if (flags & 1) refuse('文件加了密码，请去掉密码再上传')
    if (!plainPath(name) || entries.has(name) || starts.has(start)) refuse('文件里有不正常的部件名称')
    starts.add(start)
    if (start + 30 > end || file.readUInt32LE(start) !== LOCAL) refuse('文件目录损坏')
    if (file.toString('utf8', start + 30, start + 30 + file.readUInt16LE(start + 26)) !== name)
      refuse('文件目录和内容对不上')
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    if (from + packed > end) refuse('文件不完整，请在 Word 里另存为 .docx 再上传')
    if (name.endsWith('/')) continue
    const bytes = unpacked(
      file.subarray(from, from + packed),
      method,
      Math.min(LIMITS.entryBytes, LIMITS.totalBytes - total),
    )
    total += bytes.length
    entries.set(name, bytes)
  }
  return entries
}

function unpacked(bytes: Buffer, method: number, most: number): Buffer {
  if (method === 0) return bytes.length <= most ? Buffer.from(bytes) : refuse('文件展开后过大，已拒绝')
  if (method !== 8) return refuse('文件的压缩方式不认识')
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    return refuse(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? '文件展开后过大，已拒绝' : '文件内容损坏',
    )
  }
}

const plainPath = (name: string) =>
  /^[\w[\]. ()+@-]+(\/[\w[\]. ()+@-]+)*\/?$/.test(name) && !name.split('/').includes('..')
