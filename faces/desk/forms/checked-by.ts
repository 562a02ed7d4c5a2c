import type { Rule } from 'antd/es/form'

interface Parsed {
  success: boolean
  error?: { issues: readonly { message: string }[] }
}
interface Schema {
  safeParse: (value: unknown) => Parsed
}

/** A form rule that asks the contract's own schema, so that page and server say the same words. */
export const checkedBy = (schema: Schema): Rule => ({
  validator: (_rule, value: unknown) => {
    const parsed = schema.safeParse(value === '' || value === null ? undefined : value)
    const empty = schema.safeParse('')
    if (parsed.success) return Promise.resolve()
    const worded = value === undefined || value === '' ? empty : parsed
    return Promise.reject(new Error((worded.success ? parsed : worded).error?.issues[0]?.message ?? ''))
  },
})
