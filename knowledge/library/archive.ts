import { gunzipSync } from 'node:zlib'
import xz from 'xz-decompress'
import { type CollectionFile } from './collection.ts'
import { TooMuch, unzipped } from './unzipped.ts'

/** More than this is no collection of laws, whatever it says of itself. */
const MOST_BYTES = 400 * 1024 * 1024,
  MOST_FILES = 60_000

const TOO_LARGE = '压缩包展开以后太大，没有导入。',
  BROKEN = '压缩包坏了，打不开。请重新下载再传。'

export class ArchiveProblem extends Error {}

/** The files of an archive (.zip, .tar, .tar.gz, .tar.xz), told by its first bytes. Throws `ArchiveProblem` with what is wrong, in Chinese. */
export async function filesOfArchive(bytes: Uint8Array): Promise<CollectionFile[]> {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) return zipFiles(bytes)
  if (starts(0x1f, 0x8b)) return tarFiles(gunzipped(bytes))
  if (starts(0xfd, 0x37, 0x7a, 0x58, 0x5a)) return tarFiles(await unxz(bytes))
  if (new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar') return tarFiles(bytes)
  throw new ArchiveProblem('不认识这个压缩包。请上传 zip、tar、tar.gz 或 tar.xz 文件。')
}

function zipFiles(bytes: Uint8Array): CollectionFile[] {
  try {
    return [...unzipped(bytes, { bytes: MOST_BYTES, files: MOST_FILES })].map(([path, content]) => named(path, content))
  } catch (error) {
    throw new ArchiveProblem(error instanceof TooMuch ? TOO_LARGE : BROKEN)
  }
}

function gunzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    throw new ArchiveProblem((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN)
  }
}

async function unxz(bytes: Uint8Array): Promise<Uint8Array> {
  const input = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of new xz.XzReadableStream(input) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > MOST_BYTES) throw new ArchiveProblem(TOO_LARGE)
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof ArchiveProblem ? error : new ArchiveProblem(BROKEN)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Entries that say something of others: of all that follow (pax), or where a link leads (GNU). */
const ABOUT_OTHERS = ['g', 'K'],
  FOLDER = '5'

/** ustar and the long names of GNU and pax. */
function tarFiles(tar: Uint8Array): CollectionFile[] {
  const files: CollectionFile[] = []
  const text = (from: number, to: number) => new TextDecoder().decode(tar.subarray(from, to)).replace(/\0.*$/s, '')
  let longName: string | undefined
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = text(at, at + 100)
    if (name === '' && tar.subarray(at, at + 512).every((byte) => byte === 0)) break
    const size = Number.parseInt(text(at + 124, at + 136).trim() || '0', 8)
    if (!Number.isSafeInteger(size) || size < 0 || at + 512 + size > tar.length) throw new ArchiveProblem(BROKEN)
    const type = text(at + 156, at + 157),
      body = at + 512
    if (type === 'L') longName = text(body, body + size)
    else if (type === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text(body, body + size))?.[1] ?? longName
    else if (!ABOUT_OTHERS.includes(type)) {
      const prefix = text(at + 345, at + 500),
        path = longName ?? (prefix === '' ? name : `${prefix}/${name}`)
      if (type === '' || type === '0') files.push(named(path, tar.subarray(body, body + size)))
      else if (type !== FOLDER) files.push({ path, bytes: new Uint8Array(), unread: '链接或别的特殊文件，不是文本' })
      longName = undefined
    }
    at = body + Math.ceil(size / 512) * 512
    if (files.length > MOST_FILES) throw new ArchiveProblem('压缩包里文件太多，没有导入。')
  }
  return files
}

/** Names are only labels here and are never opened; what tries to climb out is not read all the same. Old tools of Windows write folders with a backslash. */
function named(name: string, bytes: Uint8Array): CollectionFile {
  const path = name.replaceAll('\\', '/').replace(/^\.\//, '')
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..'))
    return { path, bytes: new Uint8Array(), unread: '路径指到压缩包外面' }
  return path.startsWith('__MACOSX/')
    ? { path, bytes: new Uint8Array(), unread: '苹果电脑附带的文件，不是法律文本' }
    : { path, bytes }
}

const SINGLE = /\.(docx|html?|txt|md)$/i

/** What an uploaded file holds: one text as the national database gives it out (told by its name; a Word file is a zip too), or a collection. Throws ArchiveProblem. */
export const filesOfUpload = async (name: string, bytes: Buffer): Promise<CollectionFile[]> =>
  SINGLE.test(name) ? [{ path: name.split(/[/\\]/).at(-1) ?? name, bytes }] : await filesOfArchive(bytes)
