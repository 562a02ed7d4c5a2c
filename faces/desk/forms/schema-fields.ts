interface Parsed {
  success: boolean
  data?: unknown
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
}
interface Schema<T> {
  safeParse: (value: unknown) => Parsed & ({ success: true; data: T } | { success: false })
}

type Errors = Record<string, string>
/** The schema library's own words; the contract's are Chinese. */
const ENGLISH = /^[\x20-\x7e]*$/

const errorsOf = (parsed: Parsed): Errors =>
  Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.map(String).join('.'), issue.message]))

/** Checks a whole form with the contract's schema: its data, or what to do field by field. */
export function checkForm<T>(schema: Schema<T>, typed: Record<string, unknown>): { data: T } | { errors: Errors } {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { data: parsed.data }
  const errors = errorsOf(parsed)
  const untouched = Object.keys(errors).filter((path) => typed[path] === undefined && ENGLISH.test(errors[path] ?? ''))
  // a field nobody touched is undefined; asked as an empty text it answers in the contract's words
  const asEmpty = errorsOf(schema.safeParse({ ...typed, ...Object.fromEntries(untouched.map((path) => [path, ''])) }))
  return {
    errors: {
      ...errors,
      ...Object.fromEntries(untouched.flatMap((path) => (asEmpty[path] === undefined ? [] : [[path, asEmpty[path]]]))),
    },
  }
}
