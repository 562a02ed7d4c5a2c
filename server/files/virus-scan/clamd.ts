import { connect } from 'node:net'
import type { ScanResult, VirusScan } from './scan.ts'

const PIECE = 64 * 1024
const PATIENCE_MS = 60_000

/** ClamAV's daemon over TCP with its INSTREAM command: pieces led by their length, a length of 0 ends. */
export function clamd(host: string, port: number): VirusScan {
  const scan = (bytes: Buffer) =>
    new Promise<ScanResult>((resolve) => {
      const socket = connect({ host, port })
      let answer = ''
      const unknown = (why: string) => {
        socket.destroy()
        resolve({ verdict: 'unknown', why })
      }
      socket.setTimeout(PATIENCE_MS, () => unknown('clamd did not answer in time'))
      socket.on('error', (error) => unknown(error.message))
      socket.on('connect', () => {
        socket.write('zINSTREAM\0')
        for (let at = 0; at < bytes.length; at += PIECE) {
          const piece = bytes.subarray(at, at + PIECE)
          const length = Buffer.alloc(4)
          length.writeUInt32BE(piece.length)
          socket.write(length)
          socket.write(piece)
        }
        socket.write(Buffer.alloc(4))
      })
      socket.on('data', (data: Buffer) => {
        answer += data.toString('utf8')
      })
      socket.on('close', () => resolve(readAnswer(answer)))
      socket.on('end', () => socket.end())
    })
  return { name: 'clamd', scan }
}

function readAnswer(answer: string): ScanResult {
  const text = answer.replace(/\0/g, '').trim()
  if (/^stream: OK$/.test(text)) return { verdict: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(text)
  return found?.[1] ? { verdict: 'infected', name: found[1] } : { verdict: 'unknown', why: text || 'clamd hung up' }
}
