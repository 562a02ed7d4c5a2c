import { words } from '../words/words.ts'

export type TopicName = keyof typeof words.questions.topics
/** All matters with their everyday names, to choose from. */
export const TOPIC_OPTIONS = (Object.entries(words.questions.topics) as [TopicName, string][]).map(
  ([value, label]) => ({ value, label }),
)
