/** An index that several threads read: the bytes of its file in memory that belongs to all of them, with room for what each writes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type SharedMemory, sharedMemoryOf } from '../rank/wasm.ts'
import { unpackIndex } from './file.ts'
import { type SearchIndex } from './index.ts'

/** Handed from thread to thread by message. */
export interface SharedIndex {
  memory: SharedMemory
  bytes: number
}

/** For the numbers that come out of comparing vectors, some 300 KB a thread. Only addresses are reserved. */
const ROOM = 64 * 1024 * 1024

export function sharedCopy(file: Uint8Array): SharedIndex {
  const memory = sharedMemoryOf(file.length, ROOM)
  new Uint8Array(memory.buffer).set(file)
  return { memory, bytes: file.length }
}

/** Reads a file without holding it twice. */
export function sharedFile(path: string): SharedIndex {
  const file = openSync(path, 'r')
  try {
    const bytes = fstatSync(file).size
    const memory = sharedMemoryOf(bytes, ROOM),
      into = Buffer.from(memory.buffer, 0, bytes)
    for (let at = 0; at < bytes; ) {
      const read = readSync(file, into, at, bytes - at, at)
      if (read === 0) throw new Error(`${path} became shorter while it was read`)
      at += read
    }
    return { memory, bytes }
  } finally {
    closeSync(file)
  }
}

export const sharedIndex = ({ memory, bytes }: SharedIndex): SearchIndex | undefined =>
  unpackIndex(Buffer.from(memory.buffer, 0, bytes), memory)
