import { namesListed } from '../../../ui/names-listed.ts'
import { fenOf, yuanOf } from '../../../ui/money.ts'
import { plainDay, stampOf } from '../../../ui/time.ts'
import { words } from '../../words/apply.ts'
import { words as matters } from '../../words/matters.ts'
import type { Material } from '../draft/store.ts'
import { askedAt } from '../form/hand-on.ts'
import {
  isTicked,
  isTold,
  type FamilyForm,
  type Form,
  type OpponentForm,
  type PersonForm,
  type StepId,
  type TickedForm,
} from '../form/form.ts'

type Line = [name: string, value: string]
export interface Section {
  step: StepId
  lines: Line[]
}

const p = words.person,
  o = words.opponent,
  s = words.story,
  h = words.hardship
const personLines = (
  { name, idNumber, phone, address, ethnicity, occupation, registeredAddress }: PersonForm,
  prefix = '',
): Line[] => [
  [`${prefix}${p.name}`, name],
  [`${prefix}${p.idNumber}`, idNumber.toUpperCase()],
  [`${prefix}${p.phone}`, phone],
  ...(
    [
      [p.address, address],
      [p.registeredAddress, registeredAddress],
      [p.ethnicity, ethnicity],
      [p.occupation, occupation],
    ] as const
  ).flatMap(([label, value]): Line[] => (value ? [[`${prefix}${label}`, value]] : [])),
]
const groupLine = ({ groups }: Form): Line[] =>
  groups.length > 0 ? [[p.groups, groups.map((one) => p.groupKinds[one]).join('；')]] : []
const opponentLine = (one: OpponentForm, index: number, of: number): Line => [
  of > 1 ? o.nth(index + 1) : o.name,
  [
    one.name,
    one.phone,
    one.address,
    ...(one.kind === 'organisation'
      ? [one.creditCode, one.affiliates.trim() && o.affiliatesLine(namesListed(one.affiliates).join('、'))]
      : []),
  ]
    .filter(Boolean)
    .join('，'),
]

const familyLine = ({ name, relation, occupation, monthlyYuan }: FamilyForm): Line => {
  const fen = fenOf(monthlyYuan)
  return [
    words.family.line(name, relation === '' ? '' : words.family.relations[relation]),
    [occupation, fen === null ? '' : words.family.monthly(yuanOf(fen))].filter(Boolean).join('，'),
  ]
}

/** Who was counted but not named is said: the paper keeps a line for each. */
function familyLines({ family, facts: { householdSize = 1 } }: Form): Line[] {
  const told = family.filter(isTold),
    left = householdSize - 1 - told.length
  return [...told.map(familyLine), ...(left > 0 ? [[words.family.rest, words.family.unnamed(left)] as Line] : [])]
}

const tickedLine = <K extends string>(
  label: string,
  kinds: Readonly<Record<K, string>>,
  told: TickedForm<K>,
): Line[] =>
  isTicked(told)
    ? [[label, [told.kinds.map((one) => kinds[one]).join('；'), told.more.trim()].filter(Boolean).join('。')]]
    : []

function handOnLines({ handOn }: Form): Line[] {
  const at = askedAt(handOn)
  if (handOn.through !== 'custody' && handOn.through !== 'dutyLawyer') return []
  return [
    [
      words.handOn.line,
      [words.handOn[handOn.through], ...(at === undefined ? [] : [words.handOn.asked(stampOf(at))]), handOn.lateReason]
        .filter(Boolean)
        .join('；'),
    ],
  ]
}

/** What the review page repeats, section by section; also the reading order. */
export function reviewSections(form: Form, materials: readonly Material[]): Section[] {
  const fen = fenOf(form.claimYuan)
  const papers = materials.filter((one) => one.kind !== 'signature')
  const proxy = form.who === 'family'
  return [
    { step: 'matter', lines: [[words.steps.matter, form.matter ? matters[form.matter].plain : '']] },
    {
      step: 'who',
      lines: [
        [words.steps.who, form.who ? words.who[form.who] : ''],
        ...(proxy && form.relation ? [[words.who.relation, words.relations[form.relation]] as Line] : []),
        ...handOnLines(form),
      ],
    },
    {
      step: 'person',
      lines: [
        ...(proxy ? personLines(form.proxy, `${p.own} · `) : []),
        ...personLines(form.applicant, proxy ? `${p.applicant} · ` : ''),
        ...groupLine(form),
      ],
    },
    { step: 'opponent', lines: form.opponents.map((one, index) => opponentLine(one, index, form.opponents.length)) },
    {
      step: 'story',
      lines: [
        [s.story, form.story],
        ...(form.happenedOn ? [[s.happenedOn, plainDay(form.happenedOn, Date.now())] as Line] : []),
        ...(fen === null ? [] : [[s.claim, `${yuanOf(fen)} ${s.yuan}`] as Line]),
      ],
    },
    ...(form.answers.length > 0
      ? [{ step: 'means' as const, lines: form.answers.map(({ question, answer }): Line => [question, answer]) }]
      : []),
    ...(form.family.some(isTold) ? [{ step: 'family' as const, lines: familyLines(form) }] : []),
    ...([form.assets, form.burdens].some(isTicked)
      ? [
          {
            step: 'hardship' as const,
            lines: [
              ...tickedLine(h.assets, h.assetKinds, form.assets),
              ...tickedLine(h.burdens, h.burdenKinds, form.burdens),
            ],
          },
        ]
      : []),
    {
      step: 'photos',
      lines: [
        [
          words.steps.photos,
          papers.length > 0
            ? `${words.review.materials(papers.length)}：${[...new Set(papers.map((one) => words.kinds[one.kind]))].join('、')}`
            : '',
        ],
      ],
    },
    {
      step: 'signature',
      lines: [
        [
          words.steps.signature,
          materials.some((one) => one.kind === 'signature') ? words.review.signed : words.review.notSigned,
        ],
      ],
    },
  ]
}
