import * as contract from '@fatong/contract/knowledge/guides.ts'
import { deskGuide, deskGuides, publishGuide, returnGuide, writeGuide } from '../../actions/guides/desk-guides.ts'
import { listGuides, readGuide } from '../../actions/guides/read-guides.ts'
import { bind } from '../register.ts'

export const guideRoutes = [
  bind(contract.guides, listGuides),
  bind(contract.guide, readGuide),
  bind(contract.deskGuides, deskGuides),
  bind(contract.deskGuide, deskGuide),
  bind(contract.writeGuide, writeGuide),
  bind(contract.publishGuide, publishGuide),
  bind(contract.returnGuide, returnGuide),
]
