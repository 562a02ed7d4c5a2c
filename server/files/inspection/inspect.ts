import { fileTypeFromBuffer } from 'file-type'
import { inspectJpeg } from './jpeg.ts'
import { inspectPdf } from './pdf.ts'
import { inspectPng } from './png.ts'
import { hostile, notAccepted, type Verdict } from './verdict.ts'

const HEIC =
  '这是苹果手机的 HEIC 照片，暂时打不开。请到「设置 → 相机 → 格式」选「兼容性最佳」后重拍，或把照片截屏后上传。'
const PICTURES = ['image/jpeg', 'image/jpg', 'image/pjpeg', 'image/png']
/** Endings a picture or a PDF may bear. WeChat saves PNG under .jpg, so the three are not told apart by ending. */
const ENDINGS = ['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'pdf']

export interface Declared {
  /** Content-Type as sent, if any */
  contentType?: string
  name: string
}

/** Whether what the sender called the file agrees with what it is. */
function agrees(declared: Declared, mediaType: string): boolean {
  const type = declared.contentType?.split(';')[0]?.trim().toLowerCase()
  const typeAgrees =
    !type ||
    type === 'application/octet-stream' ||
    type === mediaType ||
    (PICTURES.includes(type) && PICTURES.includes(mediaType))
  const ending = /\.([a-z0-9]{1,8})$/i.exec(declared.name)?.[1]?.toLowerCase()
  if (ending === undefined || !/[a-z]/.test(ending)) return typeAgrees
  const pdf = mediaType === 'application/pdf'
  return typeAgrees && ENDINGS.includes(ending) && (ending === 'pdf') === pdf
}

/** Looks at what a file is by its content, never by its name, and takes apart what is accepted. */
export async function inspect(bytes: Buffer, declared: Declared): Promise<Verdict> {
  const sniffed = await fileTypeFromBuffer(bytes)
  const looksLikePdf = bytes.subarray(0, 1024).includes('%PDF-')
  const mediaType = sniffed?.mime ?? (looksLikePdf ? 'application/pdf' : undefined)
  if (looksLikePdf && mediaType !== 'application/pdf') return hostile(`${mediaType} that is also a pdf`)
  switch (mediaType) {
    case 'image/jpeg':
    case 'image/png':
    case 'application/pdf':
      break
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
    case 'image/avif':
      return notAccepted(HEIC)
    case 'image/webp':
    case 'image/gif':
    case 'image/bmp':
    case 'image/tiff':
      return notAccepted('这种图片格式暂时打不开。请把图片截屏后上传，或直接拍照。')
    default:
      return notAccepted('只收 JPG、PNG 照片和 PDF 文件。Word、压缩包请打印成 PDF，或直接拍照上传。')
  }
  if (!agrees(declared, mediaType)) return notAccepted('文件的名称和内容对不上。请直接拍照上传，或重新选一个文件。')
  switch (mediaType) {
    case 'image/jpeg':
      return inspectJpeg(bytes)
    case 'image/png':
      return inspectPng(bytes)
    case 'application/pdf':
      return inspectPdf(bytes)
    default:
      return mediaType satisfies never
  }
}
