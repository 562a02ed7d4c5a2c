/// <reference types="node" />
import { fileURLToPath } from 'node:url'

/** The folder of the desk as it is shipped. It was built before the run's first test (scripts/setup/built-faces.ts). */
export const buildDesk = (): string => fileURLToPath(new URL('../dist', import.meta.url))
