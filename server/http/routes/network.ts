import { wishesOffered } from '@fatong/contract/citizen/wishes.ts'
import * as appointments from '@fatong/contract/network/appointments.ts'
import * as assignment from '@fatong/contract/network/assignment.ts'
import * as callbacks from '@fatong/contract/network/callbacks.ts'
import * as coverage from '@fatong/contract/network/coverage.ts'
import * as finder from '@fatong/contract/network/finder.ts'
import * as handover from '@fatong/contract/network/handover.ts'
import * as serviceLog from '@fatong/contract/network/service-log.ts'
import * as tables from '@fatong/contract/network/tables.ts'
import * as rebalance from '@fatong/contract/network/rebalance.ts'
import * as replay from '@fatong/contract/network/replay.ts'
import * as roster from '@fatong/contract/network/roster.ts'
import {
  bookAppointment,
  cancelAppointment,
  deskAppointments,
  myAppointments,
  setAppointmentVideo,
  settleAppointment,
} from '../../actions/network/appointments.ts'
import { moveAppointment, readAppointmentTimes } from '../../actions/network/move-appointment.ts'
import { adviceOfCase, readAdvice } from '../../actions/network/advice.ts'
import {
  askCallback,
  askMember,
  deskCallbacks,
  myCallbacks,
  settleCallback,
  withdrawCallback,
} from '../../actions/network/callbacks.ts'
import {
  addService,
  exportServices,
  importServices,
  readServiceLog,
  strikeService,
} from '../../actions/network/service-log.ts'
import { applyAssignments, planAssignments } from '../../actions/network/assignment.ts'
import { applyHandings, handingPeople, planHandings } from '../../actions/network/handings.ts'
import { replayCases, replayTable } from '../../actions/network/replay.ts'
import { busState, busTemplate, importBus, removeBus } from '../../actions/network/bus.ts'
import { readContours } from '../../actions/network/contours.ts'
import { coverageReport, readCoverage, whatIf } from '../../actions/network/coverage.ts'
import { nearPoints } from '../../actions/network/find-points.ts'
import { planReport } from '../../actions/network/plan/plan-report.ts'
import { changeShift, endLine, readRoster, saveLine } from '../../actions/network/rosters.ts'
import { readSiting } from '../../actions/network/siting.ts'
import { readSlots } from '../../actions/network/slots.ts'
import { addLeave, readTeam, removeLeave, saveMember } from '../../actions/network/team.ts'
import { wishesOffered as offeredWishes } from '../../actions/network/wishes-offered.ts'
import { readActivity } from '../../actions/network/activity.ts'
import { listHandovers, readHandoverPlaces, sendHandover, stepHandover } from '../../actions/network/handovers.ts'
import { importRoads, removeRoads, roadsState } from '../../actions/network/roads.ts'
import { exportTable, importTable } from '../../actions/network/tables.ts'
import { bind, bindUpload } from '../register.ts'

export const networkRoutes = [
  bind(wishesOffered, offeredWishes),
  bind(finder.nearPoints, nearPoints),
  bind(finder.slots, readSlots),
  bind(appointments.bookAppointment, bookAppointment),
  bind(appointments.myAppointments, myAppointments),
  bind(appointments.cancelAppointment, cancelAppointment),
  bind(appointments.deskAppointments, deskAppointments),
  bind(appointments.settleAppointment, settleAppointment),
  bind(appointments.setAppointmentVideo, setAppointmentVideo),
  bind(appointments.appointmentTimes, readAppointmentTimes),
  bind(appointments.moveAppointment, moveAppointment),
  bind(coverage.coverage, readCoverage),
  bind(coverage.coverageReport, coverageReport),
  bind(coverage.contours, readContours),
  bind(coverage.whatIf, whatIf),
  bind(coverage.planReport, planReport),
  bind(coverage.siting, readSiting),
  bind(handover.handovers, listHandovers),
  bind(handover.handoverPlaces, readHandoverPlaces),
  bind(handover.sendHandover, sendHandover),
  bind(handover.stepHandover, stepHandover),
  bind(handover.activity, readActivity),
  bindUpload(tables.importTable, importTable),
  bind(tables.exportTable, exportTable),
  bindUpload(tables.importRoads, importRoads),
  bind(tables.roadsState, roadsState),
  bind(tables.removeRoads, removeRoads),
  bindUpload(tables.importBus, importBus),
  bind(tables.busState, busState),
  bind(tables.removeBus, removeBus),
  bind(tables.busTemplate, busTemplate),
  bind(assignment.planAssignments, planAssignments),
  bind(assignment.applyAssignments, applyAssignments),
  bind(assignment.assignmentAdvice, readAdvice),
  bind(assignment.caseAdvice, adviceOfCase),
  bind(rebalance.handingPeople, handingPeople),
  bind(rebalance.planHandings, planHandings),
  bind(rebalance.applyHandings, applyHandings),
  bind(replay.replayCases, replayCases),
  bind(replay.replayTable, replayTable),
  bind(serviceLog.serviceLog, readServiceLog),
  bind(serviceLog.addService, addService),
  bind(serviceLog.strikeService, strikeService),
  bindUpload(serviceLog.importServices, importServices),
  bind(serviceLog.exportServices, exportServices),
  bind(callbacks.askCallback, askCallback),
  bind(callbacks.myCallbacks, myCallbacks),
  bind(callbacks.withdrawCallback, withdrawCallback),
  bind(callbacks.deskCallbacks, deskCallbacks),
  bind(callbacks.settleCallback, settleCallback),
  bind(callbacks.askMember, askMember),
  bind(roster.team, readTeam),
  bind(roster.saveMember, saveMember),
  bind(roster.addLeave, addLeave),
  bind(roster.removeLeave, removeLeave),
  bind(roster.roster, readRoster),
  bind(roster.saveLine, saveLine),
  bind(roster.endLine, endLine),
  bind(roster.changeShift, changeShift),
]
