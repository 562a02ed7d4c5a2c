import * as talk from '@fatong/contract/consultation/ask.ts'
import * as duty from '@fatong/contract/consultation/duty.ts'
import * as finding from '@fatong/contract/consultation/find.ts'
import * as quality from '@fatong/contract/consultation/quality.ts'
import * as suggesting from '@fatong/contract/consultation/suggestions.ts'
import * as tickets from '@fatong/contract/consultation/tickets.ts'
import { ask, goOn } from '../../actions/consultation/ask.ts'
import { attachToDraft } from '../../actions/consultation/attach.ts'
import { flagAnswer, giveFeedback } from '../../actions/consultation/feedback.ts'
import { find } from '../../actions/consultation/finding/find.ts'
import { suggestions } from '../../actions/consultation/finding/suggest.ts'
import { handOver, takeOver } from '../../actions/consultation/hand-over.ts'
import { askedQuestions } from '../../actions/consultation/quality/asked.ts'
import { consultationFigures } from '../../actions/consultation/quality/figures.ts'
import { answerFlags, settleFlag } from '../../actions/consultation/quality/flags.ts'
import { readPledges, savePledges } from '../../actions/consultation/quality/pledges.ts'
import { endConsultation, myConsultations, readConsultation } from '../../actions/consultation/read-consultation.ts'
import { rephraseAnswer } from '../../actions/consultation/rephrase.ts'
import { answerTicket } from '../../actions/consultation/tickets/answer.ts'
import { deskTicket, deskTickets } from '../../actions/consultation/tickets/desk-tickets.ts'
import { dutyPool, saveDutyPool } from '../../actions/consultation/tickets/duty.ts'
import { openTicket } from '../../actions/consultation/tickets/open-ticket.ts'
import { askAgain, myTicket, myTickets, rateTicket } from '../../actions/consultation/tickets/own-tickets.ts'
import { searchArticles } from '../../actions/consultation/tickets/search-articles.ts'
import { releaseTicket, takeTicket } from '../../actions/consultation/tickets/take.ts'
import { ticketToGuide } from '../../actions/consultation/tickets/to-guide.ts'
import { bind } from '../register.ts'

export const consultationRoutes = [
  bind(finding.find, find),
  bind(suggesting.suggestions, suggestions),
  bind(talk.ask, ask),
  bind(talk.goOn, goOn),
  bind(talk.readConsultation, readConsultation),
  bind(talk.rephraseAnswer, rephraseAnswer),
  bind(talk.endConsultation, endConsultation),
  bind(talk.myConsultations, myConsultations),
  bind(talk.handOver, handOver),
  bind(talk.takeOver, takeOver),
  bind(talk.attachToDraft, attachToDraft),
  bind(talk.giveFeedback, giveFeedback),
  bind(talk.flagAnswer, flagAnswer),
  bind(tickets.openTicket, openTicket),
  bind(tickets.myTickets, myTickets),
  bind(tickets.myTicket, myTicket),
  bind(tickets.rateTicket, rateTicket),
  bind(tickets.askAgain, askAgain),
  bind(tickets.deskTickets, deskTickets),
  bind(tickets.deskTicket, deskTicket),
  bind(tickets.takeTicket, takeTicket),
  bind(tickets.releaseTicket, releaseTicket),
  bind(tickets.answerTicket, answerTicket),
  bind(tickets.searchArticles, searchArticles),
  bind(tickets.ticketToGuide, ticketToGuide),
  bind(quality.askedQuestions, askedQuestions),
  bind(quality.consultationFigures, consultationFigures),
  bind(quality.answerFlags, answerFlags),
  bind(quality.settleFlag, settleFlag),
  bind(quality.readPledges, readPledges),
  bind(quality.savePledges, savePledges),
  bind(duty.dutyPool, dutyPool),
  bind(duty.saveDutyPool, saveDutyPool),
]
