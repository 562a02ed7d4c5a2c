import { filesOfUpload } from '@fatong/knowledge/library/archive.ts'
import { readCollection, type Collection } from '@fatong/knowledge/library/collection.ts'

/** An uploaded collection that can be opened; it is read when asked, or dropped. */
export interface OpenedUpload {
  files: number
  read(): Promise<Collection>
  drop(): Promise<void>
}

/** The searchable library behind the service; another one stands there after an import. Joined in compose.ts. */
export interface Knowledge {
  /** Something was imported or published: the index is made anew behind the service. */
  refresh(): void
  /** Whether what was imported or published last is still on its way into the search. */
  preparing(): boolean
  /** Articles that an article names, and articles that name it. */
  references(
    articleId: string,
  ): Promise<{ cites: { id: string; label: string }[]; citedBy: { id: string; label: string }[] }>
  /** Throws ArchiveProblem with what is wrong with the file. */
  openUpload(name: string, bytes: Buffer): Promise<OpenedUpload>
}

/** In the same thread. */
async function openHere(name: string, bytes: Buffer): Promise<OpenedUpload> {
  const files = await filesOfUpload(name, bytes)
  return { files: files.length, read: () => Promise.resolve(readCollection(files)), drop: () => Promise.resolve() }
}

/** For parts without an index. */
export const NO_KNOWLEDGE: Knowledge = {
  refresh: () => undefined,
  preparing: () => false,
  references: () => Promise.resolve({ cites: [], citedBy: [] }),
  openUpload: openHere,
}
