import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { StartProblem } from './start-problem.ts'

/** An account of the operating system. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** Accounts listed in a passwd file's text. */
export function accountsIn(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid && /^\d+$/.test(uid) && /^\d+$/.test(gid)
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : []
  })
}

/** The account this process runs as. PostgreSQL looks it up too, so it must have a name. */
export function ownAccount(): Account {
  try {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid }
  } catch {
    throw new StartProblem(
      `The account with number ${process.getuid?.() ?? '?'} has no entry in /etc/passwd, which PostgreSQL needs; run as another account or set DATABASE_URL.`,
    )
  }
}

/**
 * The account the database server must run as: our own, except that PostgreSQL refuses root.
 * For root: the account that already owns the cluster, else `fatong`, `nobody`, `daemon`, or the first person's account.
 */
export function databaseAccount(
  own: Account,
  clusterFolder: string,
  passwd = readFileSync('/etc/passwd', 'utf8'),
): Account {
  if (own.uid !== 0) return own
  const accounts = accountsIn(passwd).filter((account) => account.uid !== 0)
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid
  const chosen =
    accounts.find((account) => account.uid === owner) ??
    ['fatong', 'nobody', 'daemon'].map((name) => accounts.find((account) => account.name === name)).find(Boolean) ??
    accounts.find((account) => account.uid >= 1000)
  if (chosen) return chosen
  throw new StartProblem(
    'PostgreSQL refuses to run as root and /etc/passwd lists no other account; add one or set DATABASE_URL.',
  )
}

type Access = 'enter' | 'read'

function may(account: Account, path: string, access: Access): boolean {
  const { mode, uid, gid } = statSync(path)
  const wanted = access === 'enter' ? 0o1 : 0o4
  const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode
  return (bits & wanted) !== 0
}

/** The outermost folder on the way to `path` (itself included when a folder) that the account cannot enter. */
export function folderClosedTo(account: Account, path: string): string | undefined {
  const above = dirname(path) === path ? undefined : folderClosedTo(account, dirname(path))
  if (above) return above
  return statSync(path).isDirectory() && !may(account, path, 'enter') ? path : undefined
}

/** Whether the account can read the file, folders on the way included. */
export function canRead(account: Account, file: string): boolean {
  return folderClosedTo(account, dirname(file)) === undefined && may(account, file, 'read')
}
