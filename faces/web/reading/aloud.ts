import { useEffect, useState } from 'react'

const speech = (): SpeechSynthesis | null =>
  typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : null
const chineseVoice = (): SpeechSynthesisVoice | undefined =>
  speech()
    ?.getVoices()
    .find((voice) => /^zh|cmn/i.test(voice.lang))

/** True once the phone says it has a Chinese voice; voices may arrive late. */
export function useVoice(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    const synth = speech()
    if (!synth) return
    const look = () => setHas(chineseVoice() !== undefined)
    look()
    synth.addEventListener?.('voiceschanged', look)
    return () => synth.removeEventListener?.('voiceschanged', look)
  }, [])
  return has
}

// Some engines stop silently after about fifteen seconds, so a text is spoken sentence by sentence.
const sentences = (text: string): string[] =>
  text
    .split(/\n|([^。！？；\n]*[。！？；])/)
    .map((s) => (s ?? '').trim())
    .filter((s) => s !== '')

/** Reads a text aloud; `done` is called at the end or when it was stopped. */
export function readAloud(text: string, done: () => void): void {
  const synth = speech()
  if (!synth) return done()
  synth.cancel()
  const voice = chineseVoice()
  const all = sentences(text)
  all.forEach((sentence, index) => {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.lang = 'zh-CN'
    utterance.rate = 0.9
    if (voice) utterance.voice = voice
    if (index === all.length - 1) utterance.onend = done
    utterance.onerror = done
    synth.speak(utterance)
  })
}
export const stopReading = (): void => speech()?.cancel()
