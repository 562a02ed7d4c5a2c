import { z } from 'zod'

/** What a backup folder says about itself, in `manifest.json`. Written last: a folder without it is not a backup. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations the data was written under, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      sha256: z.string(),
      file: z.string(),
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string() })),
  /** Everything else of the data folder: uploaded files, the secret key. */
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** A backup that cannot be used, or a place it cannot go to. The message is one clear line. */
export class BackupProblem extends Error {
  override name = 'BackupProblem'
}
