import { z } from 'zod'
import { route } from '../route.ts'
import { Uuid } from '../values.ts'
import { TopicCode } from './answer.ts'

const Person = z.object({ staffId: Uuid, name: z.string(), orgName: z.string() })
/** Without topics: all of them. */
const Member = Person.extend({ topics: z.array(TopicCode) })
export const dutyPool = route('GET', '/desk/consultation/duty', 'staff', '值班律师名单', {
  reply: z.object({ members: z.array(Member), candidates: z.array(Person) }),
})
export const saveDutyPool = route('PUT', '/desk/consultation/duty', 'staff', '改值班律师名单：新问题告诉名单上的人', {
  body: z.object({ members: z.array(z.object({ staffId: Uuid, topics: z.array(TopicCode).max(24) })).max(100) }),
  reply: z.object({ members: z.array(Member) }),
})
