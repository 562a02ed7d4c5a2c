import { cleanLine } from './clean-line.ts'

/** A typical case (典型案例) as it was published. */
export interface CaseText {
  title: string
  topic: string
  sections: { heading: string; text: string }[] /** 裁判结果, where a section says it */
  result?: string
}

/** Reads a case of the collection; undefined when there is nothing in it. */
export function readCase(topic: string, content: string): CaseText | undefined {
  const sections: CaseText['sections'] = []
  let title: string | undefined
  for (const raw of content.split(/\r\n|\n|\r/)) {
    const { text } = cleanLine(raw)
    if (text === '' || /^<!--|^---/.test(text)) continue
    const heading = /^(#{1,6})\s*(.*)$/.exec(text)
    if (heading && title === undefined) title = (heading[2] as string).trim()
    else if (heading) sections.push({ heading: (heading[2] as string).trim(), text: '' })
    else {
      const last = sections.at(-1) ?? { heading: '', text: '' }
      if (sections.length === 0) sections.push(last)
      last.text += last.text === '' ? text : `\n${text}`
    }
  }
  const told = sections.filter((section) => section.text !== '')
  if (title === undefined || told.length === 0) return undefined
  const result = told.find(({ heading }) => /结果|判决|裁定/.test(heading))?.text
  return { title, topic, sections: told, ...(result === undefined ? {} : { result }) }
}
