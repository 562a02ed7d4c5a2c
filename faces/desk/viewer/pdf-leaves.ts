import {
  GlobalWorkerOptions,
  RenderingCancelledException,
  getDocument,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { Leaf, Opened } from './leaves.ts'

GlobalWorkerOptions.workerSrc = worker
/** Tables for Chinese text without embedded fonts, and decoders for scans; copied beside the desk's own files. */
const EXTRAS = `${import.meta.env.BASE_URL}assets/pdf/`

/** Draws with pdf.js on canvas: no plug-in and no frame, so the strict policy of the page can stay. */
export async function openPdf(data: ArrayBuffer): Promise<Opened> {
  const task = getDocument({
    data,
    useWasm: false,
    useSystemFonts: true,
    cMapUrl: `${EXTRAS}cmaps/`,
    cMapPacked: true,
    wasmUrl: `${EXTRAS}wasm/`,
  })
  const pdf = await task.promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
  return { leaves: pages.map(leafOf), close: () => void task.destroy() }
}

function leafOf(page: PDFPageProxy): Leaf {
  const { width, height } = page.getViewport({ scale: 1 })
  let running: { cancel: () => void } | undefined
  return {
    width,
    height,
    draw: async (canvas, scale, turn) => {
      running?.cancel()
      const viewport = page.getViewport({ scale, rotation: (page.rotate + turn) % 360 })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      const task = page.render({ canvas, viewport })
      running = task
      await task.promise.catch((error: unknown) => {
        if (!(error instanceof RenderingCancelledException)) throw error
      })
    },
  }
}
