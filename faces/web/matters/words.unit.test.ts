import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import { expect, test } from 'vitest'
import { words } from '../words/matters.ts'

test('the matters read here as the law names them', () => expect(words).toEqual(MATTERS))
