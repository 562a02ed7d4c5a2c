import { personGroups } from '@fatong/casework/application/person-groups.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import {
  ASSET_KINDS,
  BURDEN_KINDS,
  FAMILY_RELATIONS,
  PERSON_GROUPS,
  type PersonGroup,
} from '@fatong/casework/vocabulary.ts'
import { localDateOf, parseDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { yuan } from './documents/sums.ts'
import type { Particulars } from './particulars.ts'

/** Sex and birthday stand in the identity number (GB 11643). */
export function bornOf(idNumber: string | undefined): { sex?: string; bornOn?: LocalDate } {
  const bornOn = idNumber && parseDate(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`)
  return idNumber && bornOn ? { sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女', bornOn } : {}
}

type Stated = Pick<CaseState, 'form' | 'openedAt'>
/** 人员类别 on the day of the application, from what is known; see `personGroups`. */
export function groupsOf(
  idNumber: string | undefined,
  { groups = [], ethnicity }: Particulars,
  { form, openedAt }: Stated,
): PersonGroup[] {
  const { sex, bornOn } = bornOf(idNumber)
  return personGroups({
    facts: form?.facts ?? {},
    told: groups,
    ethnicity,
    birthDate: bornOn,
    female: sex === undefined ? undefined : sex === '女',
    on: localDateOf(openedAt),
  })
}

/** What was ticked, then what was written beside it. */
const written = <C extends string>(
  words: Readonly<Record<C, string>>,
  told: { kinds: C[]; more?: string | undefined } | undefined,
): string => [told?.kinds.map((one) => words[one]).join('；'), told?.more].filter(Boolean).join('。')
/** 主要财产 and 主要困难, as sentences; absent when nobody told. */
export function hardshipOf({ assets, burdens }: Particulars): { assets?: string; burdens?: string } {
  const [owns, bears] = [written(ASSET_KINDS, assets), written(BURDEN_KINDS, burdens)]
  return { ...(owns ? { assets: owns } : {}), ...(bears ? { burdens: bears } : {}) }
}

const relative = ({
  name,
  relation,
  occupation,
  monthlyIncomeFen,
}: NonNullable<Particulars['family']>[number]): string =>
  `${name}（${[FAMILY_RELATIONS[relation], occupation, monthlyIncomeFen === undefined ? undefined : `每月 ${yuan(monthlyIncomeFen / 100)}`].filter(Boolean).join('，')}）`

export interface ToldLine {
  what: 'registeredAddress' | 'groups' | 'ethnicity' | 'occupation' | 'family' | 'assets' | 'burdens'
  text: string
}
/** All of it as lines for whoever may see the person in full. */
export function toldLines(idNumber: string | undefined, told: Particulars, state: Stated): ToldLine[] {
  const { assets, burdens } = hardshipOf(told)
  const lines: [ToldLine['what'], string | undefined][] = [
    [
      'groups',
      groupsOf(idNumber, told, state)
        .map((group) => PERSON_GROUPS[group])
        .join('、'),
    ],
    ['ethnicity', told.ethnicity],
    ['occupation', told.occupation],
    ['registeredAddress', told.registeredAddress],
    ['family', told.family?.map(relative).join('；')],
    ['assets', assets],
    ['burdens', burdens],
  ]
  return lines.flatMap(([what, text]) => (text ? [{ what, text }] : []))
}
