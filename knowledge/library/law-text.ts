import { type LawKind } from '../vocabulary.ts'

/** A calendar day, `2026-11-24`; empty text never stands for an unknown day, `undefined` does. */
export type Day = string

/** One version of one text, as the library keeps it. */
export interface LawText {
  /** Without 中华人民共和国: 民法典, 劳动合同法. */
  name: string
  /** As printed on the text itself. */
  fullName: string
  kind: LawKind
  /** Folder of the collection or class of the national database. */
  category: string
  /** Who made it, where the text says so. */
  issuer?: string
  /** Day of adoption or of the amendment that made this version; names the version. */
  versionDate?: Day
  /** First day on which it binds (施行). */
  inForceFrom?: Day
  /** First day on which it no longer binds. */
  inForceUntil?: Day
  preamble?: string
  articles: Article[]
}

export interface Article {
  /** `1062`, `133-1` for 第一百三十三条之一, `item3` for 三、 in texts without articles, `all` for texts without numbering, `12~2` where a number comes twice. */
  number: string
  /** As printed: 第一百三十三条之一. */
  label: string
  /** 编, 章, 节 from the outside in. */
  path: string[]
  /** Without its own number; 款 are lines, 项 lines that begin with （一）. */
  text: string
}

/** `民法典#1062`: how an article is named in runs of the benchmark and in labelled pairs. Versions are told apart by the text's id in the library. */
export const articleKey = (law: string, number: string) => `${law}#${number}`
