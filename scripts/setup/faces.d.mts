export function faces(folder?: string): string[]
export function sourceHash(face: string, folder?: string): string
export function isStale(face: string, folder?: string): boolean
export function buildFaces(options?: { all?: boolean }): Promise<void>
