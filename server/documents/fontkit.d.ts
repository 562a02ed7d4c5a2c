/** The part of fontkit (which pdfmake brings) that the documents use. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): { characterSet: number[]; numGlyphs: number; postscriptName: string }
}
