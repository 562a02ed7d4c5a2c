import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentData, DocumentKind } from './kinds.ts'
import { useFontFolder } from './pdf/faces.ts'
import { renderReport } from './pdf/render-report.ts'
import type { Report } from './report.ts'
import {
  defaultTemplate,
  IncompleteDataError,
  renderDocx,
  renderPdfWithReport,
  TemplateError,
  tryTemplate,
} from './render.ts'

/** What the pool asks of the worker. */
export type Order =
  | { make: 'pdf'; kind: DocumentKind; data: DocumentData[DocumentKind]; template?: Uint8Array }
  | { make: 'report'; report: Report }
  | { make: 'docx'; kind: DocumentKind; data: DocumentData[DocumentKind]; template?: Uint8Array }
  | { make: 'defaultTemplate'; kind: DocumentKind }
  | { make: 'verdict'; kind: DocumentKind; template: Uint8Array }
/** Refusals keep their name and problems over the thread boundary. */
export type Reply =
  | { id: number; done: unknown }
  | { id: number; failed: { name: string; message: string; problems?: readonly string[] } }

async function fulfil(order: Order): Promise<unknown> {
  switch (order.make) {
    case 'pdf':
      return renderPdfWithReport(order.kind, order.data, order.template && Buffer.from(order.template))
    case 'report':
      return renderReport(order.report)
    case 'docx':
      return renderDocx(order.kind, order.data, order.template && Buffer.from(order.template))
    case 'defaultTemplate':
      return defaultTemplate(order.kind)
    case 'verdict':
      return tryTemplate(order.kind, Buffer.from(order.template))
    default:
      return order satisfies never
  }
}

useFontFolder((workerData as { fontFolder?: string } | null)?.fontFolder)
parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
  fulfil(order).then(
    (done) => parentPort!.postMessage({ id, done } satisfies Reply),
    (error: Error) =>
      parentPort!.postMessage({
        id,
        failed: {
          name: error.name,
          message: error.message,
          ...(error instanceof IncompleteDataError || error instanceof TemplateError
            ? { problems: error.problems }
            : {}),
        },
      } satisfies Reply),
  )
})
