/**
 * `npm run administrator -- LOGIN NAME [CODE BUREAU]`: opens the first administrator's account and prints its first
 * password; CODE (行政区划码) and BUREAU name the district of an empty database. For an administrator who lost password or
 * second factor it makes a new password and takes the second factor off.
 */
import { readSettings } from '../server/config.ts'
import { letAdministratorIn } from '../server/db/first-administrator.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'
import { migrate } from '../server/db/migrate.ts'
import { hashPassword } from '../server/identity/password/hash.ts'
import { initialPassword } from '../server/identity/password/strength.ts'

const USE =
  'npm run administrator -- LOGIN NAME [CODE BUREAU], for example: npm run administrator -- zhang 张三 620171 兰州新区司法局'

async function main(): Promise<void> {
  const [login, name, code, bureau] = process.argv.slice(2)
  if (!login || !name || !/^[a-z][a-z0-9._-]{1,59}$/i.test(login)) throw new StartProblem(USE)
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const { dataDir, databaseUrl } = read.settings
  const password = initialPassword()
  const passwordHash = await hashPassword(password)
  if (passwordHash === 'busy') throw new Error('the password could not be hashed')
  const work = async (connection: Parameters<typeof letAdministratorIn>[0]) => {
    await migrate(connection)
    return letAdministratorIn(connection, {
      login,
      name,
      passwordHash,
      ...(code && bureau ? { district: { code, name: bureau } } : {}),
    })
  }
  const outcome = await (databaseUrl ? work({ connectionString: databaseUrl }) : visitDatabase(dataDir, work))
  switch (outcome) {
    case 'noDistrict':
      throw new StartProblem(`The database holds no district yet: name it. ${USE}`)
    case 'notAdministrator':
      throw new StartProblem(
        `The account ${login} is no administrator's; an administrator helps it at the desk (重置密码).`,
      )
    case 'opened':
    case 'renewed':
      console.log(
        `${outcome === 'opened' ? 'Opened the account' : 'Renewed the account'} ${login}. First password: ${password}`,
      )
      console.log('It is shown only here; the first sign-in at the desk asks for a new one and for a second factor.')
      return
    default:
      throw new Error(outcome satisfies never)
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
})
