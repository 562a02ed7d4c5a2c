import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { create } from 'fontkit'

/** A font file that is read when a character first needs it. */
export interface Face {
  family: string
  bytes(): Buffer
  boldBytes(): Buffer
  postscriptName(): string
  has(codePoint: number): boolean
}

const here = dirname(fileURLToPath(import.meta.url))
const noto = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** Known places of fonts with wide coverage on the machines that offices use. */
const MACHINE_FONTS = [
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
  '/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf',
  'C:/Windows/Fonts/simsunb.ttf',
  'C:/Windows/Fonts/SimSunExtG.ttf',
]

function face(family: string, file: string, boldFile = file): Face {
  let regular: Buffer | undefined, bold: Buffer | undefined, covered: Set<number> | undefined
  const bytes = () => (regular ??= readFileSync(file))
  return {
    family,
    bytes,
    boldBytes: () => (boldFile === file ? bytes() : (bold ??= readFileSync(boldFile))),
    postscriptName: () => create(bytes()).postscriptName,
    has(codePoint) {
      covered ??= new Set(create(bytes()).characterSet)
      return covered.has(codePoint)
    },
  }
}

/** The face of ordinary text. */
export const BODY = face(
  'Body',
  join(noto, '400Regular/NotoSansSC_400Regular.ttf'),
  join(noto, '700Bold/NotoSansSC_700Bold.ttf'),
)
const RARE = face('Rare', join(here, '../fonts/rare-han.ttf'))

let faces: Face[] | undefined
let folder: string | undefined

/** Adds every `.ttf` and `.otf` of a folder after the built-in fonts. Call before the first document. */
export function useFontFolder(path: string | undefined): void {
  folder = path
  faces = undefined
}

/** All faces in the order in which they are asked. */
export function allFaces(): readonly Face[] {
  if (faces) return faces
  const dropped =
    folder && existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /\.(ttf|otf)$/i.test(name))
          .sort()
          .map((name) => join(folder!, name))
      : []
  const extra = [...MACHINE_FONTS.filter((file) => existsSync(file)), ...dropped]
  faces = [BODY, RARE, ...extra.map((file, i) => face(`Extra${i}`, file))]
  return faces
}
