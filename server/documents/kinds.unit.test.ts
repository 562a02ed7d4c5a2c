import { FILE_PAPERS } from '@fatong/casework/file/file-papers.ts'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS, FILE_KINDS, FORMS, formatDocumentNumber, ISSUED_KINDS } from './kinds.ts'

describe('document numbers', () => {
  it('are written as the bureau writes them', () => {
    expect(formatDocumentNumber('grantDecision', 2026, 1, '兰新法援')).toBe('兰新法援决字〔2026〕第0001号')
    expect(formatDocumentNumber('refuseDecision', 2026, 12, '兰新法援')).toBe('兰新法援不决字〔2026〕第0012号')
    expect(formatDocumentNumber('assignmentNotice', 2027, 12345, '兰新法援')).toBe('兰新法援指字〔2027〕第12345号')
  })
  it('never meet between kinds', () => {
    const numbers = ISSUED_KINDS.map((kind) => formatDocumentNumber(kind, 2026, 7, '兰新法援'))
    expect(new Set(numbers).size).toBe(ISSUED_KINDS.length)
  })
  it.each([0, -1, 1.5, Number.NaN])('refuse the serial %s', (serial) => {
    expect(() => formatDocumentNumber('grantDecision', 2026, serial, '兰新法援')).toThrow(RangeError)
  })
  it('use the title of each form once', () => {
    expect(new Set(DOCUMENT_KINDS.map((kind) => FORMS[kind].title)).size).toBe(DOCUMENT_KINDS.length)
  })
  it('papers of the file bear the title that the case page lists them under', () => {
    expect(Object.fromEntries(FILE_KINDS.map((kind) => [kind, FORMS[kind].title]))).toEqual(FILE_PAPERS)
  })
})
