/** A reply for those who write another language: in Chinese for whoever stands beside them, and one line they can read. */
import { type Script } from './language.ts'

const CHINESE = '我们现在只能用中文回答。可以请身边会中文的人帮忙，也可以打 12348 或到最近的服务点，当面请人帮您。'
const ENGLISH =
  'We can only answer in Chinese here. Please call 12348, or ask a member of staff at the nearest service point. The help is free. In danger call 110; for an ambulance call 120.'
const TIBETAN = 'ཁྲིམས་ལུགས་ཀྱི་རོགས་རམ་དགོས་ན་ཁ་པར་ 12348 གཏོང་རོགས། ཡང་ན་ལས་བྱེད་པ་ལ་འདྲི་རོགས། ཉེན་ཁ་ཡོད་ན་ཁ་པར་ 110 གཏོང་རོགས།'

/** Sentences to show, each on its own line. */
export function otherLanguageReply(script: Exclude<Script, 'chinese' | 'none'>): string[] {
  switch (script) {
    case 'tibetan':
      return [CHINESE, TIBETAN]
    case 'latin':
    case 'arabic':
    case 'mongolian':
    case 'other':
      return [CHINESE, ENGLISH]
    default:
      return script satisfies never
  }
}
