import { isOfRecipient } from '@fatong/casework/application/ending-reports.ts'
import type { EventOf, RecordedEvent } from '@fatong/casework/application/events.ts'
import type { ApplicationForm } from '@fatong/casework/application/types.ts'
import { formatDate } from '@fatong/law/calendar/wording.ts'
import { DECLINE_REASONS, REFUSAL_REASONS, TERMINATION_GROUNDS, URGENT_GROUNDS } from '@fatong/casework/vocabulary.ts'

export interface Line {
  text: string
  detail: string | null
}
const line = (text: string, detail: string | null = null): Line => ({ text, detail: detail || null })

const handOnDetail = (handOn: ApplicationForm['handOn']): string | null =>
  handOn
    ? [
        { custody: '在押的人提出，由监管场所、办案机关转交', dutyLawyer: '通过值班律师提出' }[handOn.through],
        handOn.lateReason && `超过24小时的原因：${handOn.lateReason}`,
      ]
        .filter(Boolean)
        .join('；')
    : null

/** 推荐谁、为什么；选了谁、为什么: what was recommended and what was done stand beside each other. */
function chosenBecause({ provider, reasons, advice, override }: EventOf<'lawyerAssigned'>['data']): string[] {
  const own = reasons.join('、')
  if (!advice) return [own, override ?? '']
  if (advice.first.staffId === provider.staffId)
    return [`推荐 ${advice.first.name}：${advice.first.reasons.join('、')}`, '照推荐指派', override ?? '']
  return [
    `推荐 ${advice.first.name}：${advice.first.reasons.join('、')}`,
    `选的是${advice.place > 0 ? `第 ${advice.place} 位` : '名单以外的'} ${provider.name}：${override ?? ''}`,
    own,
  ]
}

/** An answer to what was asked for: papers, or words alone; put down at the counter where staff say so. */
function supplied(atCounter: boolean, papers: number): string {
  if (papers === 0) return atCounter ? '登记当事人的说明' : '作出说明'
  return `${atCounter ? '登记当事人补交的材料' : '补交材料'} ${papers} 份`
}

/** What happened, as staff read it in the history. */
export function staffLine(event: RecordedEvent): Line {
  const { type, data } = event
  switch (type) {
    case 'applicationSubmitted':
      return line(
        data.form.helper
          ? `${data.form.helper.name}帮助提交申请`
          : data.form.proxy
            ? `${data.form.proxy.name}代为提交申请`
            : '提交申请',
        handOnDetail(data.form.handOn),
      )
    case 'notificationRegistered':
      return line(`登记${data.letter.authority}的通知函`, data.letter.letterNumber)
    case 'applicationAccepted':
      return line('受理')
    case 'reviewRecorded':
      return line(`审查意见：${data.review.proposal === 'grant' ? '建议给予' : '建议不予'}`, data.review.note)
    case 'supplementRequested':
      return line(`通知补正，${formatDate(data.deadline)}前补齐`, data.items.map((i) => i.wording).join('；'))
    case 'supplementExtended':
      return line(`补正期限延长到${formatDate(data.deadline)}`, data.reason)
    case 'materialsSupplied':
      return line(supplied(event.actor.kind === 'staff', data.materials.length), data.note)
    case 'applicationWithdrawn':
      return line(data.deemed ? '视为撤回' : '撤回申请', data.reason)
    case 'applicationTransferred':
      return line(`转交${data.to}`, data.reason)
    case 'remoteVerificationStarted':
      return line(`请${data.agency}协助核查，审查时间暂停`, data.question)
    case 'remoteVerificationFinished':
      return line('异地核查有了结果，审查时间续走', data.result)
    case 'provisionalAidGranted':
      return line(`先行提供援助：${URGENT_GROUNDS[data.ground]}`, data.reason)
    case 'formalitiesCompleted':
      return line('先行援助的手续已补齐')
    case 'aidGranted':
      return line(
        '决定给予法律援助',
        [data.note, data.delayReason && `超时原因：${data.delayReason}`].filter(Boolean).join('；'),
      )
    case 'aidRefused':
      return line(`决定不予援助：${data.reasons.map((r) => REFUSAL_REASONS[r]).join('、')}`, data.explanation)
    case 'lawyerAssigned':
      return line(
        `指派${data.provider.orgName}${data.provider.name}`,
        [...chosenBecause(data), data.delayReason && `超时原因：${data.delayReason}`].filter(Boolean).join('；'),
      )
    case 'assignmentAccepted':
      return line('承办人接受指派')
    case 'assignmentDeclined':
      return line(`承办人不能接受：${DECLINE_REASONS[data.reason]}`, data.explanation)
    case 'engagementRecorded':
      return line(
        data.obstacle ? '没能签约，已记录原因' : `签订委托协议（${formatDate(data.signedOn)}）`,
        data.obstacle,
      )
    case 'workStarted':
      return line(`首次约见（${formatDate(data.meetingOn)}）`, data.note)
    case 'progressReported':
      return line('通报进展', data.note)
    case 'terminationGroundReported':
      return line(
        `${isOfRecipient({ ground: data.ground, by: event.actor }) ? '受援人请求结束援助' : '报告应终止情形'}：${TERMINATION_GROUNDS[data.ground]}`,
        data.note,
      )
    case 'terminationDeclined':
      return line(
        `不终止，继续援助（${[data.ground, ...(data.also ?? [])].map((ground) => TERMINATION_GROUNDS[ground]).join('；')}）`,
        data.reason,
      )
    case 'replacementRequested':
      return line(
        { recipient: '受援人请求更换承办人', provider: '承办人申请更换', agency: '机构提出更换承办人' }[data.by],
        data.reason,
      )
    case 'replacementDecided':
      return line(data.approved ? '同意更换承办人' : '不同意更换承办人', data.reason)
    case 'aidTerminated':
      return line(`终止援助：${TERMINATION_GROUNDS[data.ground]}`, data.explanation)
    case 'caseConcluded':
      return line(`办结（${formatDate(data.concludedOn)}）：${data.basis}`, data.outcome)
    case 'fileSubmitted':
      return line('提交结案卷宗', data.report)
    case 'fileReturned':
      return line('退卷补正', data.reasons.join('；'))
    case 'subsidyApproved':
      return line('核定办案补贴')
    case 'evaluationRecorded':
      return line(
        `回访评查：${{ excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' }[data.grade]}`,
        data.note,
      )
    case 'caseArchived':
      return line('归档', data.shelf)
    case 'objectionFiled':
      return line(event.actor.kind === 'staff' ? '登记当事人的异议' : '提出异议', data.statement)
    case 'objectionDecided':
      return line(data.outcome === 'uphold' ? '异议审查：维持' : '异议审查：责令改正', data.explanation)
    case 'correctionCarriedOut':
      return line('执行改正决定', data.note)
    case 'materialsAdded':
      return line(`添加材料 ${data.materials.length} 份`, data.note)
    case 'affiliatesNamed':
      return line(`记下${data.opponent}的关联公司`, data.names.join('、'))
    case 'messageLeft':
      return line('留言', data.text)
    default:
      return event satisfies never
  }
}

/** The same for the applicant: only what concerns them, in everyday words; null stays inside. */
export function citizenLine(event: RecordedEvent): string | null {
  const { type, data } = event
  switch (type) {
    case 'applicationSubmitted':
      return '申请已交上来'
    case 'notificationRegistered':
      return '收到办案机关的通知'
    case 'applicationAccepted':
      return '已受理，正在审查'
    case 'supplementRequested':
      return `需要您补材料，请在${formatDate(data.deadline)}前补齐`
    case 'supplementExtended':
      return `补材料的时间延长了，请在${formatDate(data.deadline)}前补齐`
    case 'materialsSupplied':
      return '您补的材料收到了'
    case 'applicationWithdrawn':
      return data.deemed ? '没有按时补材料，按撤回处理，您可以再申请' : '您撤回了申请'
    case 'applicationTransferred':
      return `已转给${data.to}办理`
    case 'remoteVerificationStarted':
      return '正在请外地机构帮忙核实'
    case 'remoteVerificationFinished':
      return '外地核实有了结果'
    case 'provisionalAidGranted':
      return '情况紧急，先给您安排援助，手续可以后补'
    case 'formalitiesCompleted':
      return '补办的手续齐了'
    case 'aidGranted':
      return '决定给您提供法律援助，不收一分钱'
    case 'aidRefused':
      return '这次不能提供法律援助，可以提异议'
    case 'lawyerAssigned':
      return `已指派${data.provider.orgName}的${data.provider.name}帮您`
    case 'assignmentAccepted':
      return '律师已接手，会主动联系您'
    case 'assignmentDeclined':
      return '这位律师不能接，正在另派一位'
    case 'engagementRecorded':
      return data.obstacle ? '律师记录了暂时没能签约的原因' : '和律师签了委托协议'
    case 'workStarted':
      return '律师和您见了面，案子开始办'
    case 'progressReported':
      return `律师通报：${data.note}`
    case 'replacementRequested':
      return '换人的请求收到了'
    case 'replacementDecided':
      return data.approved ? '同意换人，正在另派一位' : '没有同意换人'
    case 'aidTerminated':
      return '法律援助已终止，可以提异议'
    case 'caseConcluded':
      return `案子办结：${data.outcome}`
    case 'objectionFiled':
      return '您的异议收到了'
    case 'objectionDecided':
      return data.outcome === 'uphold' ? '异议审查结果：维持原决定' : '异议审查结果：要求改正'
    case 'correctionCarriedOut':
      return '正在按要求改正，重新办理'
    case 'caseArchived':
      return '案卷已归档'
    case 'materialsAdded':
      return '加了材料'
    // What the recipient asks is theirs to read; what the lawyer reports of them is the office's.
    case 'terminationGroundReported':
      return isOfRecipient({ ground: data.ground, by: event.actor }) ? '结束援助的请求收到了，等中心决定' : null
    // There may be no lawyer yet, or none for the moment. What earlier versions kept of TM-7 typed at the counter is shown too.
    case 'terminationDeclined':
      return data.reportedBy === 'recipient' || data.ground === 'TM-7'
        ? `没有同意结束援助，援助继续。理由：${data.reason}`
        : null
    case 'reviewRecorded':
    case 'fileSubmitted':
    case 'fileReturned':
    case 'subsidyApproved':
    case 'evaluationRecorded':
    case 'affiliatesNamed':
    case 'messageLeft':
      return null
    default:
      return event satisfies never
  }
}
