import type { ReplyOf } from '@fatong/contract/route.ts'
import type { privacyNotice } from '@fatong/contract/citizen/session.ts'

export type NoticeText = ReplyOf<typeof privacyNotice>

/** The privacy notice as the server words it. */
export function NoticeParagraphs({ notice }: { notice: NoticeText }) {
  return (
    <div className="stack">
      {notice.paragraphs.map((paragraph) => (
        <section key={paragraph.heading}>
          <h2 className="minor">{paragraph.heading}</h2>
          <p>{paragraph.text}</p>
        </section>
      ))}
    </div>
  )
}
