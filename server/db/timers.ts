import type pg from 'pg'
import PgBoss from 'pg-boss'

/** Work at set times, once in the whole installation however many server processes there are. */
export interface Timers {
  /** `cron` in the district's time. A run that fails is tried again; a run still going is not started twice. */
  every(name: string, cron: string, work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Keeps its own tables in schema `pgboss` of the same database; processes agree there who runs what. */
export async function openTimers(
  connection: pg.ClientConfig,
  timeZone: string,
  log: (message: string) => void,
): Promise<Timers> {
  const { connectionString, host, port, user, password, database, ssl } = connection
  const boss = new PgBoss({
    ...(connectionString
      ? { connectionString }
      : { host, port, user, database, ...(typeof password === 'string' ? { password } : {}) }),
    ...(ssl ? { ssl } : {}),
    schema: 'pgboss',
    max: 2,
    application_name: 'fatong-timers',
    maintenanceIntervalSeconds: 300,
    monitorStateIntervalSeconds: 300,
  } as PgBoss.ConstructorOptions)
  boss.on('error', (error) => log(`timed work: ${error.message}`))
  await boss.start()
  return {
    async every(name, cron, work) {
      await boss.createQueue(name, {
        name,
        policy: 'stately',
        retryLimit: 2,
        retryDelay: 30,
        expireInMinutes: 15,
        retentionDays: 3,
      })
      await boss.schedule(name, cron, null as unknown as object, { tz: timeZone })
      await boss.work(name, { pollingIntervalSeconds: 15, batchSize: 1 }, async () => work())
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 5_000 }),
  }
}
