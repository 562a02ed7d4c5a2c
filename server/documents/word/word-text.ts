import PizZip from 'pizzip'

/** The visible text of a Word file's body, paragraphs on lines of their own. */
export function wordText(file: Buffer): string {
  const xml = new PizZip(file).file('word/document.xml')?.asText() ?? ''
  return xml
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
