import * as contract from '@fatong/contract/desk/administration.ts'
import { addStaff } from '../../actions/administration/add-staff.ts'
import { auditLog } from '../../actions/administration/audit-log.ts'
import { calendar, importHolidays } from '../../actions/administration/calendar.ts'
import { deadLetters, retryDeadLetter, simulatedSms } from '../../actions/administration/deliveries.ts'
import { listStaff } from '../../actions/administration/list-staff.ts'
import { parameters, releaseParameter } from '../../actions/administration/parameters.ts'
import { places, savePlace } from '../../actions/administration/places.ts'
import { resetPassword } from '../../actions/administration/reset-password.ts'
import { saveStaff } from '../../actions/administration/save-staff.ts'
import { saveSettings, settings } from '../../actions/administration/settings.ts'
import { downloadTemplate, templates, uploadTemplate } from '../../actions/administration/templates.ts'
import { tryParameter } from '../../actions/administration/try-parameter.ts'
import { bind, bindUpload } from '../register.ts'

export const administrationRoutes = [
  bind(contract.places, places),
  bind(contract.savePlace, savePlace),
  bind(contract.staff, listStaff),
  bind(contract.addStaff, addStaff),
  bind(contract.saveStaff, saveStaff),
  bind(contract.resetPassword, resetPassword),
  bind(contract.calendar, calendar),
  bind(contract.importHolidays, importHolidays),
  bind(contract.parameters, parameters),
  bind(contract.tryParameter, tryParameter),
  bind(contract.releaseParameter, releaseParameter),
  bind(contract.settings, settings),
  bind(contract.saveSettings, saveSettings),
  bind(contract.templates, templates),
  bind(contract.downloadTemplate, downloadTemplate),
  bindUpload(contract.uploadTemplate, uploadTemplate),
  bind(contract.simulatedSms, simulatedSms),
  bind(contract.audit, auditLog),
  bind(contract.deadLetters, deadLetters),
  bind(contract.retryDeadLetter, retryDeadLetter),
]
