import * as cases from '@fatong/contract/citizen/case.ts'
import * as drafts from '@fatong/contract/citizen/draft.ts'
import * as session from '@fatong/contract/citizen/session.ts'
import { assessEligibility as eligibilityRoute } from '@fatong/contract/eligibility.ts'
import { calculatorFigures as figuresRoute } from '@fatong/contract/figures.ts'
import { calculatorFigures } from '../../actions/calculators/figures.ts'
import { submitApplication } from '../../actions/casework/submit-application.ts'
import * as citizenCase from '../../actions/citizen-case/index.ts'
import { me } from '../../actions/citizen-session/me.ts'
import { notices, readNotices } from '../../actions/citizen-session/notices.ts'
import { requestCode } from '../../actions/citizen-session/request-code.ts'
import { signIn } from '../../actions/citizen-session/sign-in.ts'
import { openDocument } from '../../actions/documents/open-document.ts'
import { verifyDocument } from '../../actions/documents/verify-document.ts'
import { discardDraft } from '../../actions/drafts/discard-draft.ts'
import { removeDraftMaterial, viewDraftMaterial } from '../../actions/drafts/draft-material.ts'
import { readDraft } from '../../actions/drafts/read-draft.ts'
import { saveDraft } from '../../actions/drafts/save-draft.ts'
import { startDraft } from '../../actions/drafts/start-draft.ts'
import { uploadToDraft } from '../../actions/drafts/upload-to-draft.ts'
import { assessEligibility } from '../../actions/eligibility/assess-eligibility.ts'
import { openMaterial, takeBackMaterial, uploadToCase } from '../../actions/files/citizen-case-files.ts'
import { servicePoints } from '../../actions/places/service-points.ts'
import { exportMyData } from '../../actions/privacy/export-my-data.ts'
import { privacyNotice } from '../../actions/privacy/privacy-notice.ts'
import { signOut } from '../../actions/session/sign-out.ts'
import { bind, bindUpload } from '../register.ts'

export const citizenRoutes = [
  bind(eligibilityRoute, assessEligibility),
  bind(figuresRoute, calculatorFigures),
  bind(session.requestCode, requestCode),
  bind(session.signIn, signIn),
  bind(session.me, me),
  bind(session.signOut, signOut),
  bind(session.notices, notices),
  bind(session.readNotices, readNotices),
  bind(session.exportMyData, exportMyData),
  bind(session.privacyNotice, privacyNotice),
  bind(drafts.startDraft, startDraft),
  bind(drafts.readDraft, readDraft),
  bind(drafts.saveDraft, saveDraft),
  bind(drafts.discardDraft, discardDraft),
  bindUpload(drafts.uploadToDraft, uploadToDraft),
  bind(drafts.viewDraftMaterial, viewDraftMaterial),
  bind(drafts.removeDraftMaterial, removeDraftMaterial),
  bind(drafts.submitApplication, submitApplication),
  bind(cases.myCases, citizenCase.myCases),
  bind(cases.readCase, citizenCase.readCase),
  bindUpload(cases.uploadToCase, uploadToCase),
  bind(cases.takeBackMaterial, takeBackMaterial),
  bind(cases.supplyMaterials, citizenCase.supplyMaterials),
  bind(cases.leaveMessage, citizenCase.leaveMessage),
  bind(cases.withdraw, citizenCase.withdraw),
  bind(cases.object, citizenCase.object),
  bind(cases.requestReplacement, citizenCase.requestReplacement),
  bind(cases.askToEnd, citizenCase.askToEnd),
  bind(cases.openMaterial, openMaterial),
  bind(cases.openDocument, openDocument),
  bind(cases.verifyDocument, verifyDocument),
  bind(cases.servicePoints, servicePoints),
]
