import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { EVERYWHERE } from '../../lib/http/usual-fields.ts'
import type { Fault } from './fault.ts'
import { ODD } from './odd-requests.ts'
import { onStage } from './stage.ts'

/** Of every answer, whatever it is about. */
const USUAL = [...Object.keys(EVERYWHERE), 'Content-Security-Policy', 'Cache-Control']

export default {
  id: 'F31',
  title:
    'odd requests: other targets, upgrades, fields of the framework that are malformed, bodies that are none',
  goal: 'each gets an answer of this site within 5 s, with the usual fields; no 5xx; the log is JSON, line by line',
  run: () =>
    onStage(
      async (stage) => {
        const log = new Log()
        await stage.start({}, log)
        const wrong = []
        for (const [name, text] of ODD) {
          const amiss = missing(await send(stage.port, text))
          if (amiss) wrong.push(`${printable(name).slice(0, 50)}: ${amiss}`)
        }
        const alive = (await stage.health()) === 200
        await stage.stop()
        const words = log.lines.filter((line) => !isObject(line))
        return {
          tried: `${ODD.length} requests`,
          lost: wrong.length + words.length,
          ok: wrong.length + words.length === 0 && alive,
          note: [
            `${log.lines.length} lines of log`,
            ...wrong,
            ...words.map((line) => `log: ${line.slice(0, 60)}`),
          ].join('; '),
        }
      },
      { LOG_LEVEL: 'info' },
    ),
} satisfies Fault

const printable = (text: string) => text.replaceAll('\r\n', ', ').replace(/[^ -~]/g, '?')

/** '': nothing is. */
function missing(answer: string) {
  const [first, ...fields] = answer.split('\r\n\r\n')[0]!.split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first ?? '')?.[1] ?? 0)
  if (status === 0) return 'no answer'
  const names = fields.map((line) => line.split(':')[0]!.toLowerCase())
  const lacking = USUAL.filter((name) => !names.includes(name.toLowerCase()))
  const said = [status >= 500 && status, lacking.length > 0 && `${status} without ${lacking.join(', ')}`]
  return said.filter(Boolean).join(', ')
}

/** What came back before the other side closed, or within 5 s. */
function send(port: number, text: string) {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = connect(port, 'localhost')
  let received = ''
  const timer = setTimeout(() => socket.destroy(), 5000)
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    received += chunk
    // An interim answer is none (RFC 9110 section 15.2).
    received = received.replace(/^HTTP\/1\.1 1\d\d .*?\r\n\r\n/s, '')
    if (received.includes('\r\n\r\n')) socket.destroy()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    clearTimeout(timer)
    resolve(received)
  })
  socket.write(Buffer.from(text.replaceAll('{host}', `localhost:${port}`), 'latin1'))
  return promise
}

class Log extends Writable {
  #text = ''

  override _write(chunk: Buffer, _: string, done: () => void) {
    this.#text += chunk
    done()
  }

  get lines() {
    return this.#text.split('\n').filter((line) => line !== '')
  }
}

function isObject(line: string) {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
