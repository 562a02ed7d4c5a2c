import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { KeyRing } from '../identity/crypto/keys.ts'
import { turns } from '../identity/turns/turns.ts'
import { takeIn, type Intake, type Upload } from './intake.ts'
import { fileStore, type FileStore } from './store.ts'
import { chosenScan } from './virus-scan/chosen.ts'

/** The store, and the only way in for files from outside. */
export interface Files extends FileStore {
  takeIn(upload: Upload): Promise<Intake>
}

/** At most this many files are taken apart at once, and this many may wait for it. */
const AT_ONCE = 2
const WAITING = 32

export function files(config: Pick<Config, 'dataDir' | 'uploadMaxBytes' | 'virusScanCommand'>, keys: KeyRing): Files {
  const store = fileStore(join(config.dataDir, 'blobs'), keys)
  const parts = {
    store,
    scan: chosenScan(config.virusScanCommand, store.incoming),
    mostBytes: config.uploadMaxBytes,
    inspections: turns(AT_ONCE, WAITING),
  }
  return { ...store, takeIn: (upload) => takeIn(parts, upload) }
}
