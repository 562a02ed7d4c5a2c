import { deflateSync, crc32 } from 'node:zlib'

/** Invented people, companies and papers for measuring. Every name is made by rule; nobody is meant. */
const FAMILY = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红春梅建国志文海波宁晓燕辉鹏飞斌凤云龙浩宇佳欣雪琳莹颖凯博瑞晨曦思雨',
]
export const STORY =
  '我在工地干了三个月，老板一直没有给工资，打电话也不接，去工地找了几次，项目部说要等结算。工友一共八个人，都没有拿到钱。'.repeat(
    3,
  )

const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** The same mixture for the same number, always. */
const mixed = (n: number, salt: number): number => {
  const x = Math.imul(n + salt * 0x9e3779b9, 0x85ebca6b)
  return (Math.imul(x ^ (x >>> 15), 0xc2b2ae35) ^ (x >>> 13)) >>> 0
}
/** Spread like real names: some families are large, and a few people in a thousand share a whole name. */
export const nameOf = (n: number): string =>
  at(FAMILY, Math.floor(FAMILY.length * (mixed(n, 1) / 2 ** 32) ** 2)) +
  at(GIVEN, mixed(n, 2)) +
  (n % 6 === 0 ? '' : at(GIVEN, mixed(n, 3)))
export const companyOf = (n: number): string =>
  `兰州${at(GIVEN, n)}${at(GIVEN, n * 3 + Math.floor(n / 71))}${n % 5000}建筑劳务有限公司`
/** A mobile number of its own: the middle four digits are what masks hide, the rest differs. */
export const phoneOf = (n: number): string =>
  `1${39 + (Math.floor(n / 10_000) % 50)}0000${String(n % 10_000).padStart(4, '0')}`

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** With its check digit (GB 11643); region and birthday are of no one in particular. */
export function idNumberOf(n: number): string {
  const day = new Date(Date.UTC(1950 + (n % 50), 0, 1 + (Math.floor(n / 50) % 360)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const body = `620123${day}${String(Math.floor(n / 18_000) % 1000).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

/** What somebody types into the form, as the contract wants it. */
export const entryOf = (n: number, applicant: number): object => ({
  matter: 'laborRemuneration',
  facts: { laborClaim: 'pay', applicantRole: 'self', isMigrantWorker: true, assistance: 'none' },
  applicant: {
    name: nameOf(applicant),
    idNumber: idNumberOf(applicant),
    address: '甘肃省兰州市永登县某某镇某某村十二号',
    ethnicity: '汉族',
    occupation: '建筑工',
  },
  opponents: [{ name: companyOf(n), kind: 'organisation', address: '兰州新区中川镇' }],
  story: STORY,
  claimFen: 1_860_000,
  consents: { notice: 'v1', sensitive: true, meansQuery: true },
  pledge: true,
})

/** A small drawing of a signature, different for each `n`. */
export function signaturePng(n: number): Buffer {
  const width = 160,
    height = 64,
    line = 1 + width / 8
  const rows = Buffer.alloc(line * height, 0xff)
  for (let y = 0; y < height; y++) rows[y * line] = 0
  for (let x = 0; x < width; x++) {
    const y = Math.floor(32 + 24 * Math.sin(x / (5 + (n % 13)) + n))
    rows[y * line + 1 + (x >> 3)]! &= ~(0x80 >> (x & 7))
  }
  for (let bit = 0; bit < 32; bit++) if ((n >> bit) & 1) rows[line + 1 + (bit >> 3)]! &= ~(0x80 >> (bit & 7))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
