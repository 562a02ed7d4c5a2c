import lighthouse from 'lighthouse'

/** What one first visit costs a phone. */
export interface PageFigures {
  page: string
  lcpMs: number
  cls: number
  scriptKb: number
  accessibility: number
  performance: number
  faults: string[]
}

interface ScriptTransfer {
  items?: { resourceType?: string; transferSize?: number }[]
}

/** One page in a fresh tab under Lighthouse's default throttling of a mid-range phone (slow 4G, processor four times slower). */
export async function look(origin: string, page: string, port: number): Promise<PageFigures> {
  const result = await lighthouse(origin + page, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
  })
  if (!result) throw new Error(`Lighthouse said nothing about ${page}`)
  const { lhr } = result
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`)
  const number = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  const transfers = (lhr.audits['network-requests']?.details ?? {}) as ScriptTransfer
  const script = (transfers.items ?? [])
    .filter((item) => item.resourceType === 'Script')
    .reduce((sum, item) => sum + (item.transferSize ?? 0), 0)
  const faults = (lhr.categories.accessibility?.auditRefs ?? [])
    .map(({ id }) => lhr.audits[id])
    .filter((audit) => audit?.score === 0)
    .map((audit) => audit?.title ?? '')
  return {
    page,
    lcpMs: number('largest-contentful-paint'),
    cls: number('cumulative-layout-shift'),
    scriptKb: script / 1024,
    accessibility: score('accessibility'),
    performance: score('performance'),
    faults,
  }
}
