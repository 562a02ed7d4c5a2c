import type { CommandType } from '@fatong/casework/application/commands.ts'
import { AUDIT_ACTIONS, AUDIT_FIELDS, AUDIT_SUBJECTS } from '@fatong/casework/audit-words.ts'
import { COMMAND_LABELS } from './commands.ts'

/** What can be asked of a case, whoever asks it. */
export const CASE_COMMANDS: Record<CommandType, string> = {
  ...COMMAND_LABELS,
  submitApplication: '提交申请',
  registerNotification: '登记通知函',
}

type Words = Readonly<Partial<Record<string, string>>>
const wordIn = (table: Words, code: string): string | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined

export const actionWords = (action: string): string => wordIn(AUDIT_ACTIONS, action) ?? action
/** `kind:id` as it is kept; the kind says enough. */
export const subjectWords = (subject: string): string => {
  const kind = subject.split(':')[0] ?? subject
  return wordIn(AUDIT_SUBJECTS, kind) ?? kind
}
/** A command of a case says it all: the events it made stand behind it in the row. Anything else is named, or is words already. */
export function fieldWords(fields: readonly string[]): string {
  const commands = fields.flatMap((field) => wordIn(CASE_COMMANDS, field) ?? [])
  return (commands.length > 0 ? commands : fields.map((field) => wordIn(AUDIT_FIELDS, field) ?? field)).join('、')
}
