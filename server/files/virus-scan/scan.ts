/** What a virus scanner said. `unknown`: it could not be asked; then the file is not kept. */
export type ScanResult =
  | { verdict: 'clean' }
  | { verdict: 'infected'; name: string }
  | { verdict: 'unknown'; why: string }

export interface VirusScan {
  /** Stored beside the file: which scanner looked. */
  name: string
  scan(bytes: Buffer): Promise<ScanResult>
}

/** No scanner is set up. The structural checks still run. */
export const noScan: VirusScan = { name: 'none', scan: async () => ({ verdict: 'clean' }) }
