import {
  address,
  integer,
  key,
  number,
  oneOf,
  onOff,
  password,
  roomAddress,
  text,
  type Parse,
} from './config/values.ts'

/** One setting: its name in the environment, what it is for, and the value that holds when it is not given. */
export interface Setting<T> {
  name: string
  meaning: string
  /** Undefined: nothing holds in its place. */
  byDefault: string | undefined
  parse: Parse<T>
  /** Never shown, not even when it is wrong. */
  secret?: true
}

const given = <T>(name: string, byDefault: string, parse: Parse<T>, meaning: string): Setting<T> => ({
  name,
  meaning,
  byDefault,
  parse,
})

const optional = <T>(name: string, parse: Parse<T>, meaning: string, secret?: true): Setting<T | undefined> => ({
  name,
  meaning,
  byDefault: undefined,
  parse,
  ...(secret ? { secret } : {}),
})

/** Every setting of the service. Nothing else reads the environment. */
export const settings = {
  port: given('PORT', '8080', integer(0, 65535), 'TCP port to listen on; 0 takes a free one'),
  host: given('HOST', '127.0.0.1', text, 'network address to listen on; 0.0.0.0 lets other machines in'),
  publicUrl: optional(
    'PUBLIC_URL',
    address('http', 'https'),
    'address people use from outside, for links and QR codes; unset: http://HOST:PORT',
  ),
  trustProxy: given('TRUST_PROXY', 'off', onOff, 'on behind a reverse proxy: believe its X-Forwarded-For and -Proto'),

  dataDir: given('DATA_DIR', './data', text, 'folder of the built-in database, uploaded files and generated secrets'),
  databaseUrl: optional(
    'DATABASE_URL',
    address('postgres', 'postgresql'),
    'a PostgreSQL (15 or later) to use instead of the built-in one',
    true,
  ),
  databasePool: given(
    'DATABASE_POOL',
    '16',
    integer(4, 200),
    'connections that one server process keeps to the database at most',
  ),
  secretKey: optional(
    'SECRET_KEY',
    key,
    'encrypts identity numbers and phones: 32 bytes in hex or base64; unset: made in DATA_DIR/secret.key; required with DATABASE_URL',
    true,
  ),
  secretKeyOld: optional(
    'SECRET_KEY_OLD',
    key,
    'the key up to now, while "npm run reencrypt" changes over to SECRET_KEY; a start does not need it',
    true,
  ),

  sampleDistrict: optional(
    'SAMPLE_DISTRICT',
    onOff,
    'on: load the invented sample district into an empty database; unset: on with the built-in database, off with DATABASE_URL',
  ),
  samplePassword: optional(
    'SAMPLE_PASSWORD',
    password,
    'one password for all sample accounts; unset: made per installation',
    true,
  ),

  smsSender: given(
    'SMS_SENDER',
    'simulated',
    oneOf('simulated', 'http'),
    'simulated: shown at the desk; http: posted to SMS_HTTP_URL',
  ),
  smsHttpUrl: optional(
    'SMS_HTTP_URL',
    address('http', 'https'),
    'where the http sender posts {phone, text}; required with SMS_SENDER=http',
    true,
  ),

  languageModelUrl: optional(
    'LANGUAGE_MODEL_URL',
    address('http', 'https'),
    'an OpenAI-compatible endpoint, up to and with /v1, that may put answers into simpler words; unset: none is asked',
  ),
  languageModelKey: optional('LANGUAGE_MODEL_KEY', text, 'its key, sent as Authorization: Bearer', true),
  languageModelName: optional('LANGUAGE_MODEL_NAME', text, 'the model to ask for; required with LANGUAGE_MODEL_URL'),

  mapNumber: optional(
    'MAP_NUMBER',
    text,
    'audit number of the map (审图号) that the public page may show; unset: the public page shows a drawing without boundaries',
  ),

  videoRoomUrl: optional(
    'VIDEO_ROOM_URL',
    roomAddress,
    "a meeting of the district's own (Jitsi, Tencent Meeting ...) for remote appointments, with {room} for the name of the room: https://meet.example/fatong-{room}; unset: staff type an address, or call",
  ),

  searchModel: optional(
    'SEARCH_MODEL',
    text,
    'file of a search model that "npm run train" made; unset: the one that is shipped',
  ),
  embeddingsUrl: optional(
    'EMBEDDINGS_URL',
    address('http', 'https'),
    'an OpenAI-compatible endpoint, up to and with /v1, whose vectors help to order what the search found; unset: none is asked',
  ),
  embeddingsKey: optional('EMBEDDINGS_KEY', text, 'its key, sent as Authorization: Bearer', true),
  embeddingsModel: optional('EMBEDDINGS_MODEL', text, 'the model to ask for; required with EMBEDDINGS_URL'),

  uploadMaxBytes: given('UPLOAD_MAX_BYTES', '15728640', integer(100_000, 200_000_000), 'largest uploaded file, bytes'),
  virusScanCommand: optional(
    'VIRUS_SCAN_COMMAND',
    text,
    'program that gets a file path and ends with 0 when the file is clean; unset: no scan',
  ),

  sessionStaffIdleMinutes: given(
    'SESSION_STAFF_IDLE_MINUTES',
    '60',
    integer(1, 1440),
    'staff are signed out after this long without a request of theirs (what an open page asks by itself does not count)',
  ),
  sessionStaffMaxMinutes: given(
    'SESSION_STAFF_MAX_MINUTES',
    '720',
    integer(1, 10_080),
    'staff are signed out this long after signing in',
  ),
  sessionCitizenIdleMinutes: given(
    'SESSION_CITIZEN_IDLE_MINUTES',
    '30',
    integer(1, 1440),
    'citizens are signed out after this long without a request',
  ),
  sessionCitizenMaxMinutes: given(
    'SESSION_CITIZEN_MAX_MINUTES',
    '240',
    integer(1, 10_080),
    'citizens are signed out this long after signing in',
  ),

  rateLimitFactor: given(
    'RATE_LIMIT_FACTOR',
    '1',
    number(0, 100_000),
    'multiplies every rate limit; 0 switches them off (measurements only)',
  ),

  retentionDraftDays: given(
    'RETENTION_DRAFT_DAYS',
    '60',
    integer(1, 3650),
    'unsubmitted drafts are deleted after this many days without a change',
  ),
  retentionAuditDays: given(
    'RETENTION_AUDIT_DAYS',
    '1095',
    integer(180, 36_500),
    'entries of the access log are kept for this many days',
  ),
  retentionConsultationDays: given(
    'RETENTION_CONSULTATION_DAYS',
    '30',
    integer(1, 3650),
    'what was said in a consultation is deleted this many days after its last word; questions without personal data stay a year',
  ),
  retentionSmsDays: given(
    'RETENTION_SMS_DAYS',
    '90',
    integer(1, 3650),
    'texts of sent messages are kept for this many days',
  ),

  logLevel: given(
    'LOG_LEVEL',
    'info',
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
    'how much the server log tells',
  ),
} satisfies Record<string, Setting<unknown>>

type Values = { [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never }

/** The settings of one start, checked; `secretKey` may still have to be made. */
export type Settings = Omit<Values, 'sampleDistrict' | 'publicUrl'> & { sampleDistrict: boolean; publicUrl: string }

/** What the parts of the server get. */
export type Config = Settings & { secretKey: Uint8Array }

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads all settings, or says in one line everything that is wrong with them. An empty value counts as not given. */
export function readSettings(
  environment: Environment,
): { ok: true; settings: Settings } | { ok: false; problem: string } {
  const wrong: string[] = []
  const read = (setting: Setting<unknown>): unknown => {
    const asGiven = environment[setting.name]?.trim() || setting.byDefault
    if (asGiven === undefined) return undefined
    const parsed = setting.parse(asGiven)
    if (parsed.ok) return parsed.value
    wrong.push(`${setting.name} ${parsed.must}${setting.secret ? '' : `, not "${asGiven}"`}`)
    return undefined
  }
  const values = Object.fromEntries(
    Object.entries(settings).map(([field, setting]) => [field, read(setting)]),
  ) as Values
  const named = (name: string) => wrong.some((line) => line.startsWith(`${name} `))
  if (values.databaseUrl && !values.secretKey && !named('SECRET_KEY'))
    wrong.push('SECRET_KEY must be set when DATABASE_URL is')
  if (values.smsSender === 'http' && !values.smsHttpUrl && !named('SMS_HTTP_URL'))
    wrong.push('SMS_HTTP_URL must be set when SMS_SENDER is http')
  if (values.languageModelUrl && !values.languageModelName && !named('LANGUAGE_MODEL_NAME'))
    wrong.push('LANGUAGE_MODEL_NAME must be set when LANGUAGE_MODEL_URL is')
  if (values.embeddingsUrl && !values.embeddingsModel && !named('EMBEDDINGS_MODEL'))
    wrong.push('EMBEDDINGS_MODEL must be set when EMBEDDINGS_URL is')
  const sampleDistrict = values.sampleDistrict ?? values.databaseUrl === undefined
  // The sample's invented numbers may be somebody's: they never meet a real gateway.
  if (values.smsSender === 'http' && sampleDistrict) wrong.push('SAMPLE_DISTRICT must be off when SMS_SENDER is http')
  if (wrong.length > 0)
    return { ok: false, problem: `Settings: ${wrong.join('; ')}. "npm start -- --settings" lists them all.` }
  return {
    ok: true,
    settings: {
      ...values,
      sampleDistrict,
      publicUrl: values.publicUrl ?? `http://${values.host === '0.0.0.0' ? 'localhost' : values.host}:${values.port}`,
    },
  }
}

/** All settings as a table to read in a terminal. */
export function describeSettings(): string {
  const rows = Object.values(settings).map(({ name, byDefault, meaning }) => ({
    name,
    byDefault: byDefault ?? '(unset)',
    meaning,
  }))
  const width = Math.max(...rows.map(({ name }) => name.length))
  return rows
    .map(({ name, byDefault, meaning }) => `${name.padEnd(width)}  ${byDefault.padEnd(10)}  ${meaning}`)
    .join('\n')
}
