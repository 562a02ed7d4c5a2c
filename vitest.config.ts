import { defineConfig } from 'vitest/config'

// One runner for everything; the kind of a test is its suffix.
const project = (name: string, timeout: number, parallel = true) => ({
  test: {
    name,
    include: [`**/*.${name}.test.ts`],
    exclude: ['**/node_modules/**', '**/dist/**', '**/data/**'],
    testTimeout: timeout,
    hookTimeout: 120_000,
    fileParallelism: parallel,
  },
})

export default defineConfig({
  test: {
    projects: [project('unit', 30_000), project('db', 60_000), project('http', 60_000, false), project('e2e', 240_000, false)],
  },
})
