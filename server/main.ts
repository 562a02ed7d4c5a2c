import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describeSettings, readSettings, type Config } from './config.ts'
import { withSecretKey } from './config/secret-key.ts'
import { StartProblem } from './db/embedded/start-problem.ts'
import { deriveKeys } from './identity/crypto/keys.ts'
import { serveDatabase } from './start/database.ts'
import { lifecycle, type Lifecycle } from './start/lifecycle.ts'
import { listen } from './start/listen.ts'

// The entry: settings, database, migrations, sample district, then the service. Ends with the addresses on the screen.

const say = (line: string) => console.log(line)

function config(): Config {
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const complete = withSecretKey(read.settings)
  if (!complete.ok) throw new StartProblem(complete.problem)
  return complete.config
}

async function serve(life: Lifecycle): Promise<void> {
  const given = config()
  // Loading the code and starting the database take about as long as each other.
  const loading = Promise.all([
    import('./compose.ts'),
    import('./db/migrate.ts'),
    import('./db/database.ts'),
    import('./db/keys/installation-key.ts'),
  ])
  const served = await serveDatabase(given, say)
  life.opened(served.stop)
  life.dependsOn(served.ended)
  const [{ compose }, { migrate }, { openDatabase }, { holdKey }] = await loading
  await migrate(served.connection)
  const seed = given.sampleDistrict ? await import('./db/sample-turn.ts') : undefined
  const endTurn = await seed?.beginSample(served.connection, say)
  const held = await holdKey(served.connection, deriveKeys(given.secretKey).id, (error) => void life.fail(error))
  life.opened(() => held.release())
  const database = openDatabase(served.connection, { max: given.databasePool, log: say })
  life.opened(() => database.close())
  const service = await compose(given, database)
  life.opened(() => service.stop())
  if (given.sampleDistrict) {
    const { loadSampleDistrict } = await import('./seed/sample.ts')
    await loadSampleDistrict(service.parts, say)
    await endTurn?.()
  }
  await service.start()
  announce(given, await listen(service.app, given.host, given.port))
}

/** What the person who started us needs next. */
function announce(given: Config, port: number): void {
  const address = `http://${given.host === '0.0.0.0' ? 'localhost' : given.host}:${port}`
  say('法通 (Fatong) is ready.')
  say(`  citizens  群众    ${address}/`)
  say(`  desk      工作台  ${address}/desk/`)
  const accounts = join(given.dataDir, 'sample-accounts.txt')
  if (existsSync(accounts))
    say(`  sample accounts and their passwords  示例账号与密码  ${relative('', resolve(accounts))}`)
  if (given.publicUrl.startsWith('https:') && !given.trustProxy)
    say('  PUBLIC_URL is https and TRUST_PROXY is off: behind a proxy all callers count as one, and soon as too many')
  say('  stop with Ctrl-C')
}

if (process.argv.includes('--settings')) say(describeSettings())
else {
  const life = lifecycle()
  await serve(life).catch((error: unknown) => life.fail(error))
}
