import type { AskModel } from '@fatong/knowledge/rephrase/rephrase.ts'
import type { Config } from '../../config.ts'
import { chatModel } from './chat.ts'

/** A reader waits for simpler words no longer than this. */
const PATIENCE_MS = 20_000
const SILENCE_MS = 8_000

/** The model of the settings, or none. */
export function chosenModel(config: Pick<Config, 'languageModelUrl' | 'languageModelKey' | 'languageModelName'>): {
  model?: AskModel
} {
  const { languageModelUrl: url, languageModelKey: key, languageModelName: model } = config
  if (url === undefined || model === undefined) return {}
  return {
    model: chatModel({
      url,
      model,
      ...(key === undefined ? {} : { key }),
      patienceMs: PATIENCE_MS,
      silenceMs: SILENCE_MS,
      retries: 2,
    }),
  }
}
