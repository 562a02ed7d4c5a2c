import { installDependencies } from './setup/dependencies.mjs'
import { buildFaces } from './setup/faces.mjs'
import { checkNode } from './setup/node-version.mjs'
import { runScript } from './setup/root.mjs'

// npm run build: the faces, stale or not.
await runScript(async () => {
  checkNode()
  installDependencies()
  await buildFaces({ all: true })
})
