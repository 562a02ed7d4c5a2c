import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { dayText, momentText, yuanText } from '../../time/format.ts'
import { REFUSAL_REASONS, TERMINATION_GROUNDS, URGENT_GROUNDS } from '../../vocabulary.ts'
import { words } from '../../words/words.ts'
import { allReports } from '../termination-reports.ts'

type State = CasePage['state']
type Finding = NonNullable<State['assignment']>['conflictCheck']['findings'][number]
const w = words.casePage
const h = w.handling

export const findingText = (f: {
  code: string
  severity: Finding['severity']
  with: string
  caseNumber?: string
}): string =>
  `${w.severity[f.severity]}：${w.conflictCodes[f.code as Finding['code']] ?? f.code}（${f.with}${f.caseNumber === undefined ? '' : `，${f.caseNumber}`}）`

const lines = (...all: (string | false | undefined)[]): string[] =>
  all.filter((line): line is string => typeof line === 'string' && line !== '')

/** What is known about the handling of a case, as label and lines; parts that did not happen are left out. */
export function handlingFacts(s: State): [string, string[]][] {
  const {
    review,
    supplement: su,
    verification: v,
    provisional: p,
    decision: d,
    assignment: a,
    engagement: e,
    work,
    replacement: r,
    termination: t,
    conclusion: c,
    file,
    evaluation: q,
    objection: o,
    withdrawal: wd,
    transfer: tr,
  } = s
  const found: [string, string[]][] = [
    [h.acceptedBy, lines(s.acceptedBy?.name)],
    [
      h.supplement,
      su
        ? lines(
            ...su.items.map(({ wording }) => `· ${wording}`),
            h.deadline(dayText(su.deadline)),
            ...(su.extensions ?? []).map(({ from, by, reason }) => h.extended(dayText(from), by.name, reason)),
            su.suppliedAt !== undefined && h.supplied(momentText(su.suppliedAt)),
          )
        : [],
    ],
    [h.verification, v ? lines(`${v.agency}：${v.question}`, v.result ?? h.waitingResult) : []],
    [
      h.review,
      review
        ? lines(
            `${review.proposal === 'grant' ? h.grant : h.refuse} · ${review.by.name} · ${momentText(review.at)}`,
            review.note,
          )
        : [],
    ],
    [
      h.provisional,
      p
        ? lines(
            URGENT_GROUNDS[p.ground],
            p.reason,
            p.formalitiesAt === undefined ? h.noFormalities : `${h.formalities} ${momentText(p.formalitiesAt)}`,
          )
        : [],
    ],
    [
      h.decision,
      d
        ? lines(
            `${d.outcome === 'granted' ? h.granted : h.refused} · ${d.by.name} · ${momentText(d.at)} · ${d.documentNumber}`,
            ...(d.reasons ?? []).map((code) => REFUSAL_REASONS[code]),
            d.note,
          )
        : [],
    ],
    [
      h.assignment,
      a
        ? lines(
            `${a.provider.name} · ${a.provider.orgName} · ${momentText(a.at)}`,
            a.acceptedAt === undefined ? h.notAccepted : h.accepted(momentText(a.acceptedAt)),
            `${h.checked(momentText(a.conflictCheck.checkedAt))}：${a.conflictCheck.findings.length === 0 ? h.noFindings : a.conflictCheck.findings.map(findingText).join('；')}`,
            a.conflictCheck.explanation,
            a.override,
            ...a.reasons.map((reason) => `· ${reason}`),
          )
        : [],
    ],
    [h.declined, s.declined.map((x) => `${x.name}：${x.reason}（${momentText(x.at)}）`)],
    [h.engagement, e ? lines(dayText(e.signedOn), e.obstacle) : []],
    [h.work, work ? [dayText(work.meetingOn)] : []],
    [h.progress, s.progress.map((x) => `${momentText(x.at)} ${x.by}：${x.note}`)],
    [
      h.terminationReport,
      allReports(s).flatMap(({ ground, by, note, declined }) =>
        lines(
          `${TERMINATION_GROUNDS[ground]} · ${by.name}`,
          note,
          declined && h.terminationDeclined(momentText(declined.at)),
          declined?.reason,
        ),
      ),
    ],
    [h.replacement, r ? lines(`${h.by[r.by]} · ${momentText(r.requestedAt)}`, r.reason) : []],
    [
      h.termination,
      t
        ? lines(
            `${TERMINATION_GROUNDS[t.ground]} · ${momentText(t.at)} · ${t.documentNumber}`,
            t.explanation,
            ...t.evidence.map((x) => `· ${x}`),
          )
        : [],
    ],
    [
      h.conclusion,
      c
        ? lines(
            `${dayText(c.concludedOn)} · ${c.basis}`,
            c.outcome,
            c.recoveredFen !== undefined && `${h.recovered} ${yuanText(c.recoveredFen)}`,
          )
        : [],
    ],
    [h.file, file ? lines(momentText(file.submittedAt), file.report) : []],
    [h.returns, file?.returns.flat() ?? []],
    [h.subsidy, s.subsidyFen === undefined ? [] : [yuanText(s.subsidyFen)]],
    [
      h.evaluation,
      q
        ? lines(
            `${q.satisfied === null ? h.notAsked : q.satisfied ? h.satisfied : h.notSatisfied} · ${w.grades[q.grade as keyof typeof w.grades]}`,
            q.note,
          )
        : [],
    ],
    [h.archive, s.archive ? [s.archive.shelf] : []],
    [
      h.objection,
      o
        ? lines(
            momentText(o.filedAt),
            o.statement,
            o.outcome !== undefined &&
              `${o.outcome === 'uphold' ? h.uphold : h.orderCorrection}：${o.explanation ?? ''}`,
          )
        : [],
    ],
    [h.withdrawal, wd ? lines(wd.deemed && h.deemed, wd.reason, momentText(wd.at)) : []],
    [h.transfer, tr ? lines(tr.to, tr.reason, momentText(tr.at)) : []],
  ]
  return found.filter(([, all]) => all.length > 0)
}
