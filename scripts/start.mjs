import { installDependencies } from './setup/dependencies.mjs'
import { buildFaces } from './setup/faces.mjs'
import { checkNode } from './setup/node-version.mjs'
import { root, runScript } from './setup/root.mjs'

// npm start: everything a fresh machine lacks, then the server in this same process.
// `npm start -- --settings` lists the settings instead.
await runScript(async () => {
  checkNode()
  process.chdir(root)
  installDependencies()
  if (!process.argv.includes('--settings')) await buildFaces()
  const { register } = await import('tsx/esm/api')
  register()
  await import('../server/main.ts')
})
