import { connect, type Socket } from 'node:net'

export interface Reply {
  status: number
  head: string
  body: Buffer
}
export interface Request {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * One HTTP/1.1 connection that is kept open, one request at a time. It knows no more of HTTP than our own server speaks,
 * so that on a small machine nearly all of the CPU is left for what is being measured.
 */
export class HttpConnection {
  private socket: Socket | undefined
  private received: Buffer = Buffer.alloc(0)
  private waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined

  constructor(private readonly port: number) {}

  request({ method, path, headers = {}, body }: Request): Promise<Reply> {
    const length = body === undefined ? 0 : Buffer.byteLength(body)
    let text = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-fatong: 1\r\n`
    for (const name in headers) text += `${name}: ${headers[name]}\r\n`
    if (body !== undefined) text += `content-length: ${length}\r\n`
    text += '\r\n'
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      const socket = (this.socket ??= this.open())
      if (typeof body === 'string') socket.write(text + body)
      else {
        socket.write(text)
        if (body) socket.write(body)
      }
    })
  }

  close(): void {
    this.socket?.destroy()
    this.socket = undefined
  }

  private open(): Socket {
    const socket = connect(this.port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.take(chunk))
    const lost = (error?: Error) => {
      if (this.socket === socket) this.socket = undefined
      this.received = Buffer.alloc(0)
      this.settle()?.reject(error ?? new Error('the server closed the connection'))
    }
    socket.on('error', lost)
    socket.on('close', () => lost())
    return socket
  }

  private settle() {
    const { waiting } = this
    this.waiting = undefined
    return waiting
  }

  private take(chunk: Buffer): void {
    const all = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    const end = all.indexOf(HEAD_END)
    if (end === -1) {
      this.received = all
      return
    }
    const head = all.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (all.length < end + 4 + length) {
      this.received = all
      return
    }
    this.received = Buffer.alloc(0)
    this.settle()?.resolve({ status: Number(head.slice(9, 12)), head, body: all.subarray(end + 4, end + 4 + length) })
  }
}

/** The reply's JSON, when it is the status wanted; otherwise an error that says what came back. */
export function jsonOf<T>(reply: Reply, what: string): T {
  if (reply.status !== 200) throw new Error(`${what}: ${reply.status} ${reply.body.toString('utf8').slice(0, 400)}`)
  return JSON.parse(reply.body.toString('utf8')) as T
}

/** `name=value` of the cookie that the reply sets. */
export const cookieOf = (reply: Reply): string => /\r\nset-cookie: ([^;\r]+)/i.exec(reply.head)?.[1] ?? ''
