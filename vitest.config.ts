import { defineConfig } from 'vitest/config'

// One runner for everything; the kind of a test is its suffix.
const project = (name: string, timeout: number, { parallel = true, database = true } = {}) => ({
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', '**/data/**'],
    testTimeout: timeout,
    hookTimeout: 120_000,
    fileParallelism: parallel,
    globalSetup: database ? ['server/db/testing/server.ts'] : [],
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', 30_000, { database: false }),
      project('db', 60_000),
      project('http', 60_000, { parallel: false }),
      project('e2e', 600_000, { parallel: false }),
    ],
  },
})
