/** What is accepted, and the ending a label gets. */
export const MEDIA_TYPES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const
export type MediaType = keyof typeof MEDIA_TYPES

export const isMediaType = (text: string): text is MediaType => text in MEDIA_TYPES
