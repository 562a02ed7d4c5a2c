import { SetupProblem } from './root.mjs'

const least = [20, 19]

/** Throws when this Node is older than the libraries can run on. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return
  throw new SetupProblem(
    `Node ${least.join('.')} or newer is needed, this is ${version}: get it from https://nodejs.org/`,
  )
}
