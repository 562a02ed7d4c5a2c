/** What somebody is writing to a person, kept for this tab: a reload, or the way to the sign-in and back, loses nothing. */
const KEY = 'fatong.personQuestion'

interface Kept {
  /** what the page was opened with */
  from: string
  text: string
}

/** What was written before on the page as it was opened now, else what it was opened with. */
export function keptQuestion(from: string): string {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null
    return kept && (kept.from === from || from === '') ? kept.text : from
  } catch {
    return from
  }
}

/** Keeps it, or forgets it once it was sent. */
export function keepQuestion(kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Private browsing: it lasts as long as the page.
  }
}
