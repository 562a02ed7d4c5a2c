import { inflatedSize } from './inflated-size.ts'
import { broken, hostile, notAccepted, type Verdict } from './verdict.ts'

/** Names that make a PDF do something or carry other files. A scan or a printed page has none of them. */
const FORBIDDEN =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|3D)(?=[\s\0/<>[\]()]|$)/
const MOST_INFLATED = 128 * 1024 * 1024
const MOST_STREAMS = 20_000
/** Longest forbidden name, every letter of it written as #xx. */
const LONGEST_NAME = 48
const TAIL = 1024
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const UNSAFE = '这个 PDF 带有会自动运行的内容，没有保存。请打印成普通 PDF，或直接拍照上传。'

/** In a PDF name, #4A is J; other uses of # are not harmed by reading them so. */
const plainNames = (text: string): string =>
  text.includes('#')
    ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

function forbiddenIn(bytes: Buffer): string | undefined {
  return FORBIDDEN.exec(plainNames(bytes.toString('latin1')))?.[0]
}

/** A stream of objects (it has /N and /First) packed so that we would not see into it. */
function hidesObjects(dictionary: string): boolean {
  const holdsObjects = dictionary.includes('/ObjStm') || (/\/N[\s\d]/.test(dictionary) && dictionary.includes('/First'))
  return (
    holdsObjects &&
    /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|Predictor|JBIG2Decode|DCTDecode)|\/Filter\s+\d+\s+\d+\s+R/.test(
      dictionary,
    )
  )
}

interface Stream {
  dictionary: string
  /** undefined when it is not compressed by zlib: then it was read with the rest of the file */
  packed: Buffer | undefined
}

/** Streams, found by their keyword; objects (and so actions) can hide in them. */
function* streamsOf(bytes: Buffer): Generator<Stream> {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const begin = bytes[at + 6] === 0x0d ? at + (bytes[at + 7] === 0x0a ? 8 : 7) : bytes[at + 6] === 0x0a ? at + 7 : -1
    if (begin === -1) continue
    // 0x78 opens every zlib stream with the usual 32 KB window; smaller windows open with 0x08 to 0x68.
    const first = bytes[begin] ?? 0
    const zlib = (first & 0x0f) === 8 && ((first << 8) | (bytes[begin + 1] ?? 0)) % 31 === 0
    const end = bytes.indexOf('endstream', begin)
    const before = plainNames(bytes.toString('latin1', Math.max(0, at - 2000), at))
    yield {
      dictionary: before.slice(before.lastIndexOf(' obj') + 1),
      packed: zlib ? bytes.subarray(begin, end === -1 ? bytes.length : end) : undefined,
    }
  }
}

/** Refuses what a PDF can hide: scripts, programs, attached files, forms that send, encryption, bombs, other formats around it. */
export async function inspectPdf(bytes: Buffer): Promise<Verdict> {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return hostile('pdf with something before its beginning')
  const end = bytes.lastIndexOf('%%EOF')
  if (end === -1) return broken()
  const behind = bytes.subarray(end + 5)
  if (
    behind.length > TAIL ||
    behind.some((byte) => byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
  )
    return hostile('pdf followed by something else', UNSAFE)
  if (bytes.includes(ZIP_END, Math.max(0, bytes.length - 66_000))) return hostile('pdf that is also a zip', UNSAFE)
  if (/\/Encrypt[\s/<\d]/.test(plainNames(bytes.toString('latin1'))))
    return notAccepted('这个 PDF 有密码，我们打不开。请去掉密码再传，或直接拍照上传。')
  const open = forbiddenIn(bytes)
  if (open) return hostile(`pdf with ${open}`, UNSAFE)

  let left = MOST_INFLATED
  let count = 0
  for (const stream of streamsOf(bytes)) {
    if (++count > MOST_STREAMS) return hostile('pdf with too many streams', UNSAFE)
    if (hidesObjects(stream.dictionary)) return hostile('pdf with oddly packed objects', UNSAFE)
    if (!stream.packed) continue
    let carried: Buffer = Buffer.alloc(0)
    let found: string | undefined
    const result = await inflatedSize([stream.packed], left, (piece) => {
      found = forbiddenIn(Buffer.concat([carried, piece]))
      carried = Buffer.from(piece.subarray(-LONGEST_NAME))
      return found === undefined
    })
    if (found) return hostile(`pdf with a hidden ${found}`, UNSAFE)
    if (result === 'tooLarge') return hostile('pdf that unpacks to too much', UNSAFE)
    if (typeof result === 'number') left -= result
  }
  return { ok: true, mediaType: 'application/pdf', bytes }
}
