/** The package has no types of its own; `peers.ts` says what it uses of it. */
declare module '@sqlite.org/sqlite-wasm'
