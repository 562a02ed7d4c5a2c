import type { MaterialKind } from './kinds.ts'

/** Photos that could not be sent yet, kept in the phone's own database so that they outlive a reload. */
export interface KeptFile {
  key: string
  shelf: string
  kind: MaterialKind
  name: string
  file: Blob
}
const NAME = 'fatong',
  TABLE = 'unsent'

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(NAME, 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore(TABLE, { keyPath: 'key' })
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => resolve(null)
      asked.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

/** Runs one request; null where the phone keeps nothing (private browsing, storage full). */
async function run<T>(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  const database = await open()
  if (!database) return null
  return new Promise<T | null>((resolve) => {
    try {
      const asked = ask(database.transaction(TABLE, mode).objectStore(TABLE))
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  }).finally(() => database.close())
}

export const keepFile = (one: KeptFile): Promise<unknown> => run('readwrite', (table) => table.put(one))
export const forgetFile = (key: string): Promise<unknown> => run('readwrite', (table) => table.delete(key))

export async function keptFiles(shelf: string): Promise<KeptFile[]> {
  const all = (await run<KeptFile[]>('readonly', (table) => table.getAll() as IDBRequest<KeptFile[]>)) ?? []
  return all.filter((one) => one.shelf === shelf)
}

export async function forgetFiles(shelf: string): Promise<void> {
  for (const one of await keptFiles(shelf)) await forgetFile(one.key)
}
