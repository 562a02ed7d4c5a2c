import { z } from 'zod'
import { route } from '../route.ts'

/** `about` is the slug of a guide, the name of a law, or the code of a topic. */
const Suggestion = z.object({ kind: z.enum(['question', 'law', 'topic']), text: z.string(), about: z.string() })
/** Asked for while somebody types; what was typed is neither kept nor noted. Long text is no beginning of anything: nothing is suggested. */
export const suggestions = route('GET', '/consultation/suggestions', 'anyone', '边写边提示', {
  query: z.object({ q: z.string().max(200) }),
  reply: z.object({ items: z.array(Suggestion) }),
})
