import { addressOf } from '../../ui/api/endpoint.ts'
import { dayOf, momentOf } from '../../ui/time.ts'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/case.ts'
import { words as papers } from '../words/apply.ts'
import { words as everywhere } from '../words/everywhere.ts'
import type { CitizenCase } from './case-types.ts'

/** Documents issued, materials handed in, and everything that happened. */
export function Records({ one }: { one: CitizenCase }) {
  const now = Date.now()
  const documentAt = (id: string, as: 'pdf' | 'docx') =>
    addressOf('/citizen/cases/:number/documents/:id', { number: one.number, id }, { as })
  return (
    <>
      <section className="card stack" aria-labelledby="documents">
        <h2 id="documents">{words.documents}</h2>
        {one.documents.length === 0 ? (
          <p className="soft">{words.documentsNone}</p>
        ) : (
          <ul className="items">
            {one.documents.map((document) => (
              <li key={document.id}>
                <div>
                  {document.title}
                  <small>
                    {document.number} · {words.issued(dayOf(document.issuedAt, now))}
                  </small>
                </div>
                <a
                  className="button second small-button"
                  href={documentAt(document.id, 'pdf')}
                  target="_blank"
                  rel="noreferrer"
                >
                  <Icon name="file" /> {words.open}
                  <span className="unseen">：{document.title} PDF</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card stack" aria-labelledby="materials">
        <h2 id="materials">{words.materials}</h2>
        {one.materials.length === 0 ? (
          <p className="soft">{words.materialsNone}</p>
        ) : (
          <ul className="items">
            {one.materials.map((material) => (
              <li key={material.id}>
                <div>
                  {papers.kinds[material.kind]}
                  <small>
                    {material.name} · {everywhere.fileBytes(material.bytes)}
                  </small>
                </div>
                <a
                  className="quiet"
                  href={addressOf('/citizen/cases/:number/materials/:id', { number: one.number, id: material.id })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {words.look}
                  <span className="unseen">：{material.name}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card stack" aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <ol className="past">
          {[...one.history]
            .reverse()
            .sort((a, b) => b.at - a.at)
            .map((event) => (
              <li key={`${event.at} ${event.text}`}>
                {event.text}
                <small>
                  {momentOf(event.at, now)} · {event.by}
                </small>
              </li>
            ))}
        </ol>
      </section>
    </>
  )
}
