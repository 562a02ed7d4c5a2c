import { z } from 'zod'
import { route } from '../route.ts'

/** What an applicant may wish for: languages that somebody speaks, and, where the district lets people choose (点援), the lawyers. */
export const wishesOffered = route(
  'GET',
  '/wishes',
  'anyone',
  '可以对律师提哪些希望（本区允许点援的，列出可点的律师）',
  {
    reply: z.object({
      languages: z.array(z.string()),
      mayChoose: z.boolean(),
      lawyers: z.array(
        z.object({
          staffId: z.string(),
          name: z.string(),
          orgName: z.string(),
          kindText: z.string(),
          specialties: z.array(z.string()),
          languages: z.array(z.string()),
          gender: z.enum(['female', 'male']).nullable(),
        }),
      ),
    }),
  },
)
