import { Alert } from 'antd'
import { FileImageOutlined, FilePdfOutlined, FileTextOutlined } from '@ant-design/icons'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { momentText } from '../../time/format.ts'
import { keyOfFilePaper } from '../../viewer/viewable.ts'
import { MATERIAL_KINDS } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import css from '../case-page.module.css'
import { Section } from '../section.tsx'

const w = words.casePage

/** Papers the parties gave. A press opens the viewer at that paper. */
export function MaterialsSection({ page, onOpen }: { page: CasePage; onOpen: (materialId: string) => void }) {
  const { materials } = page.state
  return (
    <Section
      name="materials"
      title={`${w.sections.materials} ${materials.length}`}
      extra={materials.length > 0 && <kbd>V</kbd>}
    >
      {materials.length === 0 && (
        <p className="soft">
          {w.noMaterials[0]}。{w.noMaterials[1]}
        </p>
      )}
      {page.notHandedIn.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={w.notHandedIn(
            page.notHandedIn.length,
            page.notHandedIn.map(({ kind, addedAt }) => `${MATERIAL_KINDS[kind]}（${momentText(addedAt)}）`).join('、'),
          )}
        />
      )}
      <ul className={css.files}>
        {materials.map((m) => (
          <li key={m.id}>
            <button type="button" className={css.file} onClick={() => onOpen(m.id)}>
              <span className={css.fileIcon}>
                {m.mediaType === 'application/pdf' ? <FilePdfOutlined /> : <FileImageOutlined />}
              </span>
              <span>
                <span className="sr-only">{w.look} </span>
                <b>{MATERIAL_KINDS[m.kind]}</b>
                <span className={css.fileNote}>
                  {m.name} · {w.size(m.bytes / 1024)} · {momentText(m.addedAt)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Papers we issued, with their numbers. */
export function DocumentsSection({ page, onOpen }: { page: CasePage; onOpen: (documentId: string) => void }) {
  return (
    <Section name="documents" title={`${w.sections.documents} ${page.documents.length}`}>
      {page.documents.length === 0 && <p className="soft">{w.noDocuments}</p>}
      <ul className={css.files}>
        {page.documents.map((d) => (
          <li key={d.id}>
            <button type="button" className={css.file} onClick={() => onOpen(d.id)}>
              <span className={css.fileIcon}>
                <FileTextOutlined />
              </span>
              <span>
                <b>{d.title}</b>
                <span className={css.fileNote}>
                  {d.number} · {momentText(d.issuedAt)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 卷宗材料: forms and records for the bound file, drawn from the history when opened. Nothing while there are none. */
export function FilePapersSection({ page, onOpen }: { page: CasePage; onOpen: (key: string) => void }) {
  if (page.filePapers.length === 0) return null
  return (
    <Section name="file" title={`${w.sections.file} ${page.filePapers.length}`}>
      <p className={css.fileHint}>{w.fileHint}</p>
      <ul className={css.files}>
        {page.filePapers.map((paper) => (
          <li key={keyOfFilePaper(paper)}>
            <button type="button" className={css.file} onClick={() => onOpen(keyOfFilePaper(paper))}>
              <span className={css.fileIcon}>
                <FileTextOutlined />
              </span>
              <span>
                <b>{paper.title}</b>
                <span className={css.fileNote}>{momentText(paper.at)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
