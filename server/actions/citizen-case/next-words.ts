import { clocksOf, type ClockSettings } from '@fatong/casework/application/clocks.ts'
import { nextStep, type NextStepCode } from '@fatong/casework/application/next-step.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { supplementTerm } from '@fatong/casework/application/supplement-term.ts'
import type { CitizenCase } from '@fatong/contract/citizen/case.ts'
import { instantAt, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'

type Words = (state: CaseState) => string
const lawyer = ({ assignment }: CaseState): string =>
  assignment ? `${assignment.provider.name}（${assignment.provider.orgName}）` : '承办律师'

/** Who does what next, said to the applicant. When, stands beside it. */
const NEXT: Record<NextStepCode, Words> = {
  accept: () => '工作人员正在看您的申请和材料，看完就受理。您不用做什么，保持电话畅通。',
  supply: () => '等您补材料。拍照传上来就行，补齐了马上接着办；实在没有的，写几句说明。',
  lookAtSupplied: () => '您补的材料收到了，工作人员正在看。',
  waitForRemote: ({ verification }) =>
    `正在请${verification?.agency ?? '外地机构'}帮忙核实。您不用做什么，等结果就行。`,
  review: () => '申请已受理，审查员正在审查。',
  decide: () => '审查意见已经有了，等审批人作决定。',
  completeFormalities: (state) => `${lawyer(state)}已经在帮您。请把还没交的材料补上，可以拍照传，也可以送到服务点。`,
  decideProvisional: () => '手续齐了，等审批人作正式决定，律师照常帮您。',
  assign: () => '已经决定帮您，正在给您指派律师。',
  assignAnother: () => '正在给您另派一位律师。',
  decideReplacement: () => '换律师的请求正在审查。结果出来前，现在的律师照常办。',
  acceptAssignment: (state) => `已经通知${lawyer(state)}，等律师答复。`,
  signAgreement: (state) => `${lawyer(state)}会给您打电话，约时间见面签协议。`,
  firstMeeting: (state) => `协议签好了，${lawyer(state)}会约您细谈案情。`,
  work: (state) => `${lawyer(state)}正在办，有进展会告诉您。想问什么，可以在下面给律师留言。`,
  handInFile: () => '案子办完了。律师正在整理案卷交回中心。',
  reviewFile: () => '案子办完了。中心正在检查律师交回的案卷。',
  mendFile: () => '案子办完了。律师正在按要求把案卷补齐。',
  evaluate: () => '案子办完了。中心会给您打回访电话，请说说满不满意。',
  archive: () => '案子办完了，案卷就要归档。',
  mayObject: ({ status }) =>
    `${status === 'terminated' ? '援助已经终止' : '这次没有批准'}。您要是不服，可以在下面提出异议，由司法局重新审查；也可以打 12348 问别的办法。`,
  mayGoToCourt: () => '异议审查维持原来的决定。您要是还不服，可以申请行政复议，或者到法院起诉；怎么办可以打 12348 问。',
  decideObjection: () => '您的异议收到了，司法局正在审查，会书面答复您。',
  carryOutCorrection: () => '司法局要求改正，中心会重新办理，您不用重新申请。',
  mayApplyAgain: () => '这件申请不再办理。以后还需要，可以重新申请。',
  goToOtherAgency: ({ transfer }) => `已经转给${transfer?.to ?? '有管辖权的机构'}，由那边接着办，会跟您联系。`,
  closed: () => '这件案子已经全部办完。以后还有法律问题，随时打 12348。',
}

/** The last minute of a day, for "by when" where only a day was set. */
const lastMinute = ({ lastDay }: { lastDay: LocalDate }): Instant => instantAt(lastDay, 24 * 60 - 1)

/** What happens next; the promise and the limit of the law stay two values (I9). */
export function nextWords(state: CaseState, now: Instant, settings: ClockSettings): CitizenCase['next'] {
  const { code, actor, dueAt } = nextStep(state, now, settings)
  const limit = clocksOf(state, now, settings).find((clock) => clock.statutory?.legal && !clock.paused)?.statutory
  const yourTurn = actor === 'applicant' && (code === 'supply' || code === 'completeFormalities')
  const by =
    code === 'supply' ? state.supplement && lastMinute(supplementTerm(state.supplement, settings.calendar)) : dueAt
  return { text: NEXT[code](state), by: by ?? null, yourTurn, legalLimit: limit?.lastDay ?? null }
}

/** Why the days of the office do not run, and what ends that. */
export function pauseWords(state: CaseState): CitizenCase['paused'] {
  const open = state.pauses.find((pause) => pause.until === undefined)
  if (!open) return null
  switch (state.status) {
    case 'supplementing':
      return {
        since: open.from,
        why: `还缺：${(state.supplement?.items ?? []).map((item) => item.wording).join('；')}`,
        whatToDo: '在下面“请补这些材料”里拍照上传，或者送到就近的服务点；补齐就接着往下办。',
      }
    case 'verifying':
      return {
        since: open.from,
        why: `正在请${state.verification?.agency ?? '外地机构'}帮忙核实情况`,
        whatToDo: '您不用做什么，有了结果就接着往下办。',
      }
    default:
      return null
  }
}
