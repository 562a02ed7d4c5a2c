/// <reference types="node" />
import { fileURLToPath } from 'node:url'

/** The folder of the pages as they are shipped. They were built before the run's first test (scripts/setup/built-faces.ts). */
export const buildPages = (): string => fileURLToPath(new URL('../dist', import.meta.url))
