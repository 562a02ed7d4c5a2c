interface Parsed { success: boolean; data?: unknown; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
interface Schema<T> { safeParse: (value: unknown) => Parsed & ({ success: true; data: T } | { success: false }) }

/** Checks a whole form with the contract's schema: its data, or what to do field by field. */
export function checkForm<T>(schema: Schema<T>, typed: unknown): { data: T } | { errors: Record<string, string> } {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { data: parsed.data }
  return { errors: Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.map(String).join('.'), issue.message])) }
}
