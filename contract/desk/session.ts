import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, RoleCode } from '../values.ts'

export const StaffMe = z.object({
  staffId: z.string(),
  login: z.string(),
  name: z.string(),
  mustChangePassword: z.boolean(),
  secondFactor: z.enum(['none', 'needed', 'toEnrol', 'done']),
  roles: z.array(z.object({ role: RoleCode, placeId: z.string(), placeName: z.string() })),
  orgName: z.string().nullable(),
  sampleMode: z.boolean(),
  /** for those who fill in for others (帮办代办): where their applications go, and whether people are held there; told by GET /desk/me */
  assisting: z.object({ officeName: z.string(), custodyPlace: z.boolean() }).optional(),
})
export type StaffMe = z.infer<typeof StaffMe>
export const signInStaff = route('POST', '/desk/session', 'anyone', '工作人员登录', {
  body: z.object({
    login: z.string().trim().min(1, '请填账号').max(60),
    password: z.string().min(1, '请填密码').max(200),
    totp: z
      .string()
      .regex(/^\d{6}$/, '动态验证码是 6 位数字')
      .optional(),
  }),
  reply: StaffMe,
})
export const staffMe = route('GET', '/desk/me', 'staff', '当前登录人', { reply: StaffMe })
export const signOutStaff = route('DELETE', '/desk/session', 'staff', '退出登录')
export const changePassword = route('POST', '/desk/password', 'staff', '修改密码', {
  body: z.object({ current: z.string().max(200), next: z.string().max(200) }),
})
export const startTotp = route('POST', '/desk/totp', 'staff', '开始绑定动态验证码', {
  reply: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
})
export const confirmTotp = route('POST', '/desk/totp/confirm', 'staff', '确认绑定动态验证码', {
  body: z.object({ totp: z.string().regex(/^\d{6}$/, '动态验证码是 6 位数字') }),
  reply: StaffMe,
})
export const mySessions = route('GET', '/desk/sessions', 'staff', '我登录过的设备', {
  reply: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        device: z.string(),
        createdAt: InstantMs,
        lastSeenAt: InstantMs,
        current: z.boolean(),
      }),
    ),
  }),
})
export const revokeSession = route('DELETE', '/desk/sessions/:id', 'staff', '让一台设备退出', {
  params: z.object({ id: z.string().max(100) }),
})
