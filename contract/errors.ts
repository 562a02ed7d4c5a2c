import { z } from 'zod'

/** One table from error code to status and plain wording. Refusals of casework are in refusals.ts. */
export const ERRORS = {
  malformed: { status: 400, says: '填的内容有几处不对，请按提示改一改。已填的都还在。' },
  signInNeeded: { status: 401, says: '请先登录。' },
  wrongCredentials: { status: 401, says: '账号或密码不对，请再试一次。' },
  secondFactorNeeded: { status: 401, says: '请输入动态验证码。' },
  wrongSecondFactor: { status: 401, says: '动态验证码不对，请看手机上最新的 6 位数字。' },
  locked: { status: 429, says: '输错太多次，账号暂时锁住了，请过一会儿再试。' },
  wrongCode: { status: 401, says: '验证码不对或已过期，请重新获取。' },
  codeTooSoon: { status: 429, says: '验证码刚发过，请等一分钟再要。' },
  weakPassword: { status: 400, says: '新密码太简单，请用至少 10 个字符，含字母和数字。' },
  forbidden: { status: 403, says: '您的岗位不能做这一步。需要时请联系管理员。' },
  crossSite: { status: 403, says: '这个请求不是从本站发出的，已拒绝。' },
  notFound: { status: 404, says: '没有找到。请核对编号，或打电话 12348 问一问。' },
  changedMeanwhile: { status: 412, says: '别人刚刚改过这个案件。请看一眼最新内容再操作，您填的还在。' },
  versionNeeded: { status: 428, says: '页面太旧，请刷新后再操作。' },
  keyReused: { status: 409, says: '同一个操作编号被用在了不同的内容上，请刷新后再提交。' },
  keyNeeded: { status: 400, says: '请求缺少操作编号，请刷新页面再试。' },
  refused: { status: 409, says: '现在不能这样做。' },
  fileTooLarge: { status: 413, says: '文件太大。请重新拍一张，或分几次上传。' },
  fileNotAccepted: { status: 415, says: '只收 JPG、PNG 照片和 PDF 文件。请换一个文件。' },
  fileHostile: { status: 422, says: '这个文件里有不安全的内容，没有保存。请直接拍照上传。' },
  fileChanged: { status: 422, says: '文件传坏了，请重新传一次。' },
  draftConflict: { status: 412, says: '这份申请在别处改过。已把最新的取回来，请核对。' },
  othersDraft: { status: 409, says: '另一位同事正在改这一篇，等审核之后再改。您写的内容还在页面上。' },
  ownDraft: { status: 409, says: '自己写的要请另一位同事审核。' },
  slotFull: { status: 409, says: '这个时间刚被别人约走了。请换一个时间。' },
  slotTwice: { status: 409, says: '您在这个时间已经约了一次。要改时间，请先取消原来那次。' },
  slotClosed: { status: 409, says: '这个时间不能约：可能已经过了，或者那天不开门。请换一个时间。' },
  appointmentOver: { status: 409, says: '这次预约已经取消或已经结束，不用再办。' },
  visitorBusy: { status: 409, says: '约的人在这个时间已经有另一个预约。请换一个时间。' },
  rosterClash: { status: 409, says: '这个人同一时间已经排在别处。请换一个人，或换一个时间。' },
  editRefused: { status: 409, says: '这样改不了。请看提示。' },
  tooManyFiles: { status: 409, says: '材料最多 30 份。可以先提交，以后再补。' },
  tooManyRequests: { status: 429, says: '点得太快了，请等几秒再试。' },
  unavailable: { status: 503, says: '服务正在恢复，请过一分钟再试。已填的内容都在。' },
  unexpected: { status: 500, says: '这一步没有办成，已经记下来了。请再试一次；急事请打 12348。' },
} as const
export type ErrorCode = keyof typeof ERRORS

/** RFC 9457 problem details. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  /** field path -> what to do */
  fields: z.record(z.string(), z.string()).optional(),
  /** data of a casework refusal */
  refusal: z.string().optional(),
  data: z.unknown().optional(),
  retryAfterSeconds: z.number().optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
