import { DOMParser, type Element as XmlElement, type Node } from '@xmldom/xmldom'
import type PizZip from 'pizzip'

export type { XmlElement }

/** A part of the package as a tree; undefined when the package has no such part. */
export function partOf(zip: PizZip, name: string): XmlElement | undefined {
  const text = zip.file(name)?.asText()
  return text === undefined
    ? undefined
    : (new DOMParser().parseFromString(text, 'text/xml').documentElement ?? undefined)
}

const ELEMENT = 1
const isElement = (node: Node): node is XmlElement => node.nodeType === ELEMENT
export const childrenOf = (of: XmlElement): XmlElement[] => Array.from(of.childNodes).filter(isElement)
/** The first child of that qualified name, such as `w:pPr`. */
export const childOf = (of: XmlElement | undefined, name: string): XmlElement | undefined =>
  of && childrenOf(of).find(({ tagName }) => tagName === name)
/** Follows a path of names down from `of`. */
export const within = (of: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(childOf, of)
export const attribute = (of: XmlElement | undefined, name: string): string | undefined =>
  of?.getAttribute(name) ?? undefined
/** All elements of that name below `of`, at any depth. */
export const allOf = (of: XmlElement, name: string): XmlElement[] => Array.from(of.getElementsByTagName(name))
