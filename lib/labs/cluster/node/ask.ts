/** A request from one process of the cluster to another. */
import { Agent, request } from 'node:http'
import { SECRET_FIELD } from '../rules'

/** Milliseconds. */
const PATIENCE = 3000

const agent = new Agent({ keepAlive: true })

export interface InnerAnswer {
  text: string
  /** Octets of the two bodies. */
  bytes: number
}

/** @throws when nobody is there */
export function ask(port: number, secret: string, path: string, body: string): Promise<InnerAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({
      ...{ host: '127.0.0.1', port, path, method: 'POST', agent, timeout: PATIENCE },
      headers: { [SECRET_FIELD]: secret, 'content-length': Buffer.byteLength(body) },
    })
    sent.once('timeout', () => sent.destroy(new Error('no answer')))
    sent.once('error', reject)
    sent.once('response', async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString('utf8')
      resolve({ text, bytes: Buffer.byteLength(body) + Buffer.byteLength(text) })
    })
    sent.end(body)
  })
}
