import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// One runner for everything; the kind of a test is its suffix.
const project = (name: string, timeout: number, { globalSetup = ['server/db/testing/server.ts'] }: { globalSetup?: string[] } = {}) => ({
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', '**/data/**'],
    testTimeout: timeout,
    hookTimeout: 120_000,
    globalSetup,
    // Files of one worker share the modules they import: loading the service anew for each of 200 files was half of the unit tests' time.
    isolate: false,
  },
})

export default defineConfig({
  test: {
    // Every file has its own database, folders, ports and browser, so files run side by side; a browser and a server are a core's work.
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      project('unit', 30_000, { globalSetup: [] }),
      project('db', 120_000),
      project('http', 120_000),
      project('e2e', 600_000, { globalSetup: ['scripts/setup/built-faces.ts'] }),
    ],
  },
})
