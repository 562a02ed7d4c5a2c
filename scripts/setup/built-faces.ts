import { buildFaces } from './faces.mjs'

/** Before the first test in a browser: the faces as they are shipped, built once for all files of the run. */
export default (): Promise<void> => buildFaces()
