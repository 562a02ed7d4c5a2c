import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface AdministratorOrder {
  login: string
  name: string
  /** the district, when the database holds none yet: its code of administrative division and the bureau's name */
  district?: { code: string; name: string }
  passwordHash: string
}

/**
 * Lets one administrator in, as the owner of the database: opens the account, or gives an administrator who lost password
 * and second factor a new beginning. `noDistrict`: the database is empty and the order names none. `notAdministrator`: the
 * account is somebody else's, whom an administrator helps at the desk.
 */
export async function letAdministratorIn(
  connection: pg.ClientConfig,
  order: AdministratorOrder,
): Promise<'opened' | 'renewed' | 'noDistrict' | 'notAdministrator'> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('BEGIN')
    const outcome = await within(client, order)
    await client.query(outcome === 'opened' || outcome === 'renewed' ? 'COMMIT' : 'ROLLBACK')
    return outcome
  } finally {
    await client.end()
  }
}

async function within(
  client: pg.Client,
  { login, name, district, passwordHash }: AdministratorOrder,
): Promise<Awaited<ReturnType<typeof letAdministratorIn>>> {
  const {
    rows: [known],
  } = await client.query<{ id: string; administers: boolean }>(
    `SELECT s.id, EXISTS (SELECT 1 FROM fatong.role_assignment r WHERE r.staff_id = s.id AND r.role = 'administrator') AS administers
    FROM fatong.staff s WHERE s.login = $1 FOR UPDATE`,
    [login],
  )
  if (known && !known.administers) return 'notAdministrator'
  if (known) {
    await client.query(
      'UPDATE fatong.staff SET password_hash = $2, password_changed_at = NULL, totp_secret_enc = NULL, totp_last_step = NULL, active = true WHERE id = $1',
      [known.id, passwordHash],
    )
    await client.query('UPDATE fatong.session SET revoked_at = now() WHERE staff_id = $1 AND revoked_at IS NULL', [
      known.id,
    ])
    // Five wrong guesses had shut the account under a keyed mark; whoever sits at the server may try at once.
    await client.query('DELETE FROM fatong.attempt')
    await note(client, known.id, ['password', 'secondFactor', 'sessions'])
    return 'renewed'
  }
  const {
    rows: [found],
  } = await client.query<{ id: string }>(
    `SELECT id FROM fatong.place WHERE kind = 'district' AND parent_id IS NULL LIMIT 1`,
  )
  if (!found && !district) return 'noDistrict'
  const placeId = found?.id ?? randomUUID()
  if (!found && district)
    await client.query(`INSERT INTO fatong.place (id, code, name, kind) VALUES ($1, $2, $3, 'district')`, [
      placeId,
      district.code,
      district.name,
    ])
  const id = randomUUID()
  await client.query(
    'INSERT INTO fatong.staff (id, login, name, password_hash, org_id, created_at) VALUES ($1, $2, $3, $4, $5, now())',
    [id, login, name, passwordHash, placeId],
  )
  await client.query(
    `INSERT INTO fatong.role_assignment (id, staff_id, role, place_id, valid_from, granted_by) VALUES ($1, $2, 'administrator', $3, '2000-01-01', 'operator')`,
    [randomUUID(), id, placeId],
  )
  await note(client, id, ['account', 'roles'])
  return 'opened'
}

const note = (client: pg.Client, staffId: string, fields: readonly string[]) =>
  client.query(
    `INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, fields, channel) VALUES (now(), 'system', 'operator', '系统维护人员', 'administer', 'staff', $1, $2, 'commandLine')`,
    [staffId, [...fields]],
  )
