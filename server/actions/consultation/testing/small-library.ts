import { bindsOn, keyOf } from '@fatong/knowledge/answer/shelf.ts'
import { GUIDES, searcher, SOURCES } from '@fatong/knowledge/answer/testing/small-library.ts'
import { searchHere, type HeldLibrary } from '../library.ts'

/** A library in memory that has to be asked, as the real one has. */
export const SMALL_LIBRARY: HeldLibrary = {
  search: searchHere(searcher),
  byIds: (ids) => Promise.resolve(SOURCES.filter(({ id }) => ids.includes(id))),
  byKeys: (keys, on) =>
    Promise.resolve(
      SOURCES.filter((source) => source.kind === 'article' && keys.includes(keyOf(source)) && bindsOn(source, on)),
    ),
  named: (articles, on) =>
    Promise.resolve(
      SOURCES.filter(
        (source) =>
          source.kind === 'article' &&
          bindsOn(source, on) &&
          articles.some(({ law, number }) => law === source.title && number === source.number),
      ),
    ),
}
export { GUIDES as SMALL_GUIDES }
