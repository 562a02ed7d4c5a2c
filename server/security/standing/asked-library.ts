import { randomUUID } from 'node:crypto'
import type { Asked } from './asked.ts'
import type { Installation } from './installation.ts'

/** A text of law with one article, and a published case. */
async function stored({ owner }: Installation): Promise<{ text: string; typicalCase: string }> {
  const text = randomUUID(),
    typicalCase = randomUUID()
  await owner.query(
    `INSERT INTO fatong.law_text (id, name, full_name, kind, category, content_hash, articles, run_id) VALUES ($1, $2, $2, 'law', '社会法', '', 1, $1)`,
    [text, `某法${text}`],
  )
  await owner.query(
    `INSERT INTO fatong.law_article (text_id, number, place, label, path, body) VALUES ($1, '1', 0, '第一条', '', '一')`,
    [text],
  )
  await owner.query(
    `INSERT INTO fatong.typical_case (id, title, topic, body, state, changed_by, changed_at) VALUES ($1, $2, '劳动', '案情', 'published', '某人', now())`,
    [typicalCase, `某案${typicalCase}`],
  )
  await owner.query(
    `INSERT INTO fatong.typical_case_version (case_id, version, title, topic, body, state, written_by_name, written_at)
     SELECT id, version, title, topic, body, state, changed_by, changed_at FROM fatong.typical_case WHERE id = $1`,
    [typicalCase],
  )
  return { text, typicalCase }
}
/** A tar with nothing in it: whoever may import is told so. */
const EMPTY = Buffer.alloc(1024)

type AskLibrary = (caller: unknown, serial: number, cast: unknown, here: Installation) => Asked | Promise<Asked>
export const LIBRARY_ASKED: Readonly<Record<string, AskLibrary>> = {
  'GET /laws/:id': async (_c, _s, _cast, here) => ({ path: `/laws/${(await stored(here)).text}` }),
  'GET /articles/:id': async (_c, _s, _cast, here) => ({ path: `/articles/${(await stored(here)).text}.1` }),
  'GET /articles': () => ({ path: `/articles?q=${encodeURIComponent('民法典1043条')}` }),
  'GET /typical-cases/:id': async (_c, _s, _cast, here) => ({
    path: `/typical-cases/${(await stored(here)).typicalCase}`,
  }),
  'GET /desk/typical-cases/:id': async (_c, _s, _cast, here) => ({
    path: `/desk/typical-cases/${(await stored(here)).typicalCase}`,
  }),
  'POST /desk/typical-cases/:id/state': async (_c, _s, _cast, here) => ({
    path: `/desk/typical-cases/${(await stored(here)).typicalCase}/state`,
    sent: { body: { state: 'withdrawn', version: 1 } },
  }),
  'PUT /desk/typical-cases/:id': () => {
    const id = randomUUID()
    return {
      path: `/desk/typical-cases/${id}`,
      sent: { body: { title: `写的案例${id}`, topic: '劳动', body: '案情', result: null } },
    }
  },
  'POST /desk/library/import': () => ({ path: '/desk/library/import?name=a.tar', sent: { body: ustar(EMPTY) } }),
}
function ustar(bytes: Buffer): Buffer {
  const tar = Buffer.alloc(1536 + bytes.length)
  tar.write('a/b.png', 0)
  tar.write('00000000000', 124)
  tar.write('0', 156)
  tar.write('ustar', 257)
  return tar
}
