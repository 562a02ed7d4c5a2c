import { expect, it } from 'vitest'
import { labelOf } from './label.ts'

it.each([
  ['欠条.jpg', '欠条.jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\Users\\wang\\工资条.PNG', '工资条.jpg'],
  ['..', '材料.jpg'],
  ['.htaccess', 'htaccess.jpg'],
  ['', '材料.jpg'],
  ['a\u0000b\r\nSet-Cookie: x=1.jpg', 'abSet-Cookie x=1.jpg'],
  ['\u202egpj.exe', 'gpj.exe.jpg'],
  ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).jpg'],
  ['照片.jpg.png.jpeg', '照片.jpg'],
  ['𠮷'.repeat(200), `${'𠮷'.repeat(80)}.jpg`],
])('%j is shown as %j', (given, shown) => {
  expect(labelOf(given, 'image/jpeg')).toBe(shown)
})
