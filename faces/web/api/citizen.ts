import type * as consultation from '@fatong/contract/consultation/ask.ts'
import type * as finding from '@fatong/contract/consultation/find.ts'
import type * as suggesting from '@fatong/contract/consultation/suggestions.ts'
import type * as tickets from '@fatong/contract/consultation/tickets.ts'
import type * as cases from '@fatong/contract/citizen/case.ts'
import type * as drafts from '@fatong/contract/citizen/draft.ts'
import type * as session from '@fatong/contract/citizen/session.ts'
import type * as desk from '@fatong/contract/desk/session.ts'
import type * as eligibility from '@fatong/contract/eligibility.ts'
import type * as figures from '@fatong/contract/figures.ts'
import type * as guides from '@fatong/contract/knowledge/guides.ts'
import type * as library from '@fatong/contract/knowledge/library.ts'
import type * as wishes from '@fatong/contract/citizen/wishes.ts'
import type * as appointments from '@fatong/contract/network/appointments.ts'
import type * as callbacks from '@fatong/contract/network/callbacks.ts'
import type * as finder from '@fatong/contract/network/finder.ts'
import { endpoint } from '../../ui/api/endpoint.ts'

/** Every call this face makes, typed by the contract. A test compares each with the contract's own routes. */
export const api = {
  assess: endpoint<typeof eligibility.assessEligibility>('POST', '/eligibility'),
  figures: endpoint<typeof figures.calculatorFigures>('GET', '/figures'),

  startDraft: endpoint<typeof drafts.startDraft>('POST', '/drafts'),
  readDraft: endpoint<typeof drafts.readDraft>('GET', '/drafts/:id'),
  saveDraft: endpoint<typeof drafts.saveDraft>('PUT', '/drafts/:id'),
  discardDraft: endpoint<typeof drafts.discardDraft>('DELETE', '/drafts/:id'),
  uploadToDraft: endpoint<typeof drafts.uploadToDraft>('POST', '/drafts/:id/materials'),
  removeDraftMaterial: endpoint<typeof drafts.removeDraftMaterial>('DELETE', '/drafts/:id/materials/:material'),
  wishesOffered: endpoint<typeof wishes.wishesOffered>('GET', '/wishes'),
  submit: endpoint<typeof drafts.submitApplication>('POST', '/applications'),

  requestCode: endpoint<typeof session.requestCode>('POST', '/citizen/code'),
  signIn: endpoint<typeof session.signIn>('POST', '/citizen/session'),
  signOut: endpoint<typeof session.signOut>('DELETE', '/citizen/session'),
  me: endpoint<typeof session.me>('GET', '/citizen/me'),
  notices: endpoint<typeof session.notices>('GET', '/citizen/notices'),
  readNotices: endpoint<typeof session.readNotices>('POST', '/citizen/notices/read'),
  exportMyData: endpoint<typeof session.exportMyData>('GET', '/citizen/export'),
  privacyNotice: endpoint<typeof session.privacyNotice>('GET', '/privacy-notice'),
  staffMe: endpoint<typeof desk.staffMe>('GET', '/desk/me'),

  nearPoints: endpoint<typeof finder.nearPoints>('GET', '/service-points/near'),
  slots: endpoint<typeof finder.slots>('GET', '/service-points/:id/slots'),
  book: endpoint<typeof appointments.bookAppointment>('POST', '/citizen/appointments'),
  myAppointments: endpoint<typeof appointments.myAppointments>('GET', '/citizen/appointments'),
  cancelAppointment: endpoint<typeof appointments.cancelAppointment>('POST', '/citizen/appointments/:id/cancel'),

  askCallback: endpoint<typeof callbacks.askCallback>('POST', '/citizen/callbacks'),
  myCallbacks: endpoint<typeof callbacks.myCallbacks>('GET', '/citizen/callbacks'),
  withdrawCallback: endpoint<typeof callbacks.withdrawCallback>('POST', '/citizen/callbacks/:id/withdraw'),

  myCases: endpoint<typeof cases.myCases>('GET', '/citizen/cases'),
  readCase: endpoint<typeof cases.readCase>('GET', '/citizen/cases/:number'),
  uploadToCase: endpoint<typeof cases.uploadToCase>('POST', '/citizen/cases/:number/materials'),
  takeBack: endpoint<typeof cases.takeBackMaterial>('DELETE', '/citizen/cases/:number/materials/:id'),
  supply: endpoint<typeof cases.supplyMaterials>('POST', '/citizen/cases/:number/supply'),
  leaveMessage: endpoint<typeof cases.leaveMessage>('POST', '/citizen/cases/:number/messages'),
  withdraw: endpoint<typeof cases.withdraw>('POST', '/citizen/cases/:number/withdraw'),
  object: endpoint<typeof cases.object>('POST', '/citizen/cases/:number/objection'),
  requestReplacement: endpoint<typeof cases.requestReplacement>('POST', '/citizen/cases/:number/replacement'),
  askToEnd: endpoint<typeof cases.askToEnd>('POST', '/citizen/cases/:number/end'),
  verifyDocument: endpoint<typeof cases.verifyDocument>('GET', '/verify/:code'),
  ask: endpoint<typeof consultation.ask>('POST', '/consultation'),
  goOn: endpoint<typeof consultation.goOn>('POST', '/consultation/:id/messages'),
  readConsultation: endpoint<typeof consultation.readConsultation>('GET', '/consultation/:id'),
  rephraseAnswer: endpoint<typeof consultation.rephraseAnswer>('POST', '/consultation/:id/rephrase'),
  attachToDraft: endpoint<typeof consultation.attachToDraft>('POST', '/consultation/:id/attach'),
  giveFeedback: endpoint<typeof consultation.giveFeedback>('POST', '/consultation/:id/turns/:turn/feedback'),
  flagAnswer: endpoint<typeof consultation.flagAnswer>('POST', '/consultation/flags'),
  myTickets: endpoint<typeof tickets.myTickets>('GET', '/citizen/questions'),
  myTicket: endpoint<typeof tickets.myTicket>('GET', '/citizen/questions/:id'),
  rateTicket: endpoint<typeof tickets.rateTicket>('POST', '/citizen/questions/:id/rating'),
  askAgain: endpoint<typeof tickets.askAgain>('POST', '/citizen/questions/:id/again'),
  suggestions: endpoint<typeof suggesting.suggestions>('GET', '/consultation/suggestions'),
  find: endpoint<typeof finding.find>('GET', '/search'),
  handOver: endpoint<typeof consultation.handOver>('POST', '/consultation/:id/code'),
  takeOver: endpoint<typeof consultation.takeOver>('POST', '/consultation/continue'),
  openTicket: endpoint<typeof tickets.openTicket>('POST', '/questions'),
  guides: endpoint<typeof guides.guides>('GET', '/guides'),
  guide: endpoint<typeof guides.guide>('GET', '/guides/:topic/:name'),
  laws: endpoint<typeof library.laws>('GET', '/laws'),
  law: endpoint<typeof library.law>('GET', '/laws/:id'),
  article: endpoint<typeof library.article>('GET', '/articles/:id'),
  findArticle: endpoint<typeof library.findArticle>('GET', '/articles'),
  typicalCases: endpoint<typeof library.typicalCases>('GET', '/typical-cases'),
  typicalCase: endpoint<typeof library.typicalCase>('GET', '/typical-cases/:id'),
  servicePoints: endpoint<typeof cases.servicePoints>('GET', '/service-points'),
}
