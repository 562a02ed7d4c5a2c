import { words } from '../words/cases-told.ts'
import { words as guides } from '../words/guides.ts'

const known: Readonly<Record<string, string>> = guides.topics

/** Cases that were imported carry the name of their folder, those written here the code of a topic. */
export const topicName = (topic: string): string => known[topic] ?? (topic.trim() || words.other)
