import * as contract from '@fatong/contract/knowledge/library.ts'
import {
  deskLibrary,
  deskTypicalCase,
  deskTypicalCases,
  importArchive,
  setTypicalCase,
  writeTypicalCase,
} from '../../actions/library/desk-library.ts'
import {
  findArticle,
  listCases,
  listLaws,
  readArticle,
  readLawText,
  readTypicalCase,
} from '../../actions/library/read-laws.ts'
import { bind, bindUpload } from '../register.ts'

export const libraryRoutes = [
  bind(contract.laws, listLaws),
  bind(contract.law, readLawText),
  bind(contract.article, readArticle),
  bind(contract.findArticle, findArticle),
  bind(contract.typicalCases, listCases),
  bind(contract.typicalCase, readTypicalCase),
  bind(contract.deskTypicalCases, deskTypicalCases),
  bind(contract.deskTypicalCase, deskTypicalCase),
  bind(contract.setTypicalCase, setTypicalCase),
  bind(contract.writeTypicalCase, writeTypicalCase),
  bind(contract.libraryImports, deskLibrary),
  bindUpload(contract.importLibrary, importArchive),
]
