import { z } from 'zod'
import { route } from '../route.ts'
import { InstantMs, PersonName, Phone, SmsCode } from '../values.ts'

export const requestCode = route('POST', '/citizen/code', 'anyone', '要短信验证码', {
  body: z.object({ phone: Phone }),
  reply: z.object({ sentTo: z.string(), waitSeconds: z.number() }),
})
export const Me = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  phone: z.string(),
  unread: z.number(),
  idNumberMasked: z.string().nullable(),
})
export const signIn = route('POST', '/citizen/session', 'anyone', '手机号加验证码登录', {
  body: z.object({ phone: Phone, code: SmsCode, name: PersonName.optional() }),
  reply: Me,
})
export const me = route('GET', '/citizen/me', 'citizen', '我是谁', { reply: Me })
export const signOut = route('DELETE', '/citizen/session', 'citizen', '退出登录')
export const Notice = z.object({
  id: z.string(),
  caseNumber: z.string().nullable(),
  text: z.string(),
  at: InstantMs,
  readAt: InstantMs.nullable(),
})
export const notices = route('GET', '/citizen/notices', 'citizen', '我的消息', {
  reply: z.object({ items: z.array(Notice) }),
})
export const readNotices = route('POST', '/citizen/notices/read', 'citizen', '消息设为已读')
export const exportMyData = route('GET', '/citizen/export', 'citizen', '导出我的个人信息（个人信息保护法 45）', {
  reply: z.record(z.string(), z.unknown()),
})
export const privacyNotice = route('GET', '/privacy-notice', 'anyone', '个人信息处理告知', {
  reply: z.object({
    version: z.string(),
    paragraphs: z.array(z.object({ heading: z.string(), text: z.string() })),
    sensitive: z.array(z.string()),
  }),
})
