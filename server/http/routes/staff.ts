import * as contract from '@fatong/contract/desk/session.ts'
import { changePassword } from '../../actions/session/change-password.ts'
import { confirmTotp } from '../../actions/session/confirm-totp.ts'
import { mySessions } from '../../actions/session/my-sessions.ts'
import { revokeSession } from '../../actions/session/revoke-session.ts'
import { signInStaff } from '../../actions/session/sign-in-staff.ts'
import { signOut } from '../../actions/session/sign-out.ts'
import { staffMe } from '../../actions/session/staff-me.ts'
import { startTotp } from '../../actions/session/start-totp.ts'
import { bind } from '../register.ts'

export const staffRoutes = [
  bind(contract.signInStaff, signInStaff),
  bind(contract.staffMe, staffMe),
  bind(contract.signOutStaff, signOut),
  bind(contract.changePassword, changePassword),
  bind(contract.startTotp, startTotp),
  bind(contract.confirmTotp, confirmTotp),
  bind(contract.mySessions, mySessions),
  bind(contract.revokeSession, revokeSession),
]
