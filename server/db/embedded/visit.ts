import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName, ownerRole } from './cluster.ts'
import { startEmbedded, type Connection } from './launcher.ts'
import { readPostmasterFile } from './left-behind.ts'
import { livingOwner } from './owner-lock.ts'
import { socketPort } from './socket-folder.ts'
import { StartProblem } from './start-problem.ts'

/**
 * Does something with the database of a data folder, whether the service runs or not: over the running server's socket,
 * or on a server started for the purpose. Throws StartProblem when the folder holds no database.
 */
export async function visitDatabase<T>(dataDir: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const clusterFolder = join(dataDir, 'postgres')
  if (!existsSync(clusterFolder))
    throw new StartProblem(`The data folder ${dataDir} holds no database; DATA_DIR names the folder.`)
  const running = livingOwner(dataDir) && readPostmasterFile(clusterFolder)
  if (running?.ready)
    return work({ host: running.socketFolder, port: socketPort, user: ownerRole, database: databaseName })
  const database = await startEmbedded({ dataDir, log: () => undefined })
  try {
    return await work(database.connection)
  } finally {
    await database.stop()
  }
}
