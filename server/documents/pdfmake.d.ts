import 'pdfmake'

declare module 'pdfmake' {
  /** pdfmake's store of files by name; its published types leave it out. */
  export const virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, content: Buffer): void }
}
