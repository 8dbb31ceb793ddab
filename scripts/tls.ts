// TLS in front of a server of this machine: WebKitGTK keeps no Secure cookie without it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Missing } from './engines/seat.ts'
import { run } from './say.mjs'

/** Signed by itself, for a day. */
export async function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'remember-me-tls-'))
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
  const { code } = await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', key, '-out', cert],
  ])
  if (code !== 0) throw new Missing('openssl, for a certificate (Debian: apt-get install openssl)')
  const made = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true, force: true })
  return made
}

/**
 * It names itself to nobody: a server that knew of it would ask browsers to keep to TLS on this host, which other programs have too.
 * @param behind port of the server without TLS
 */
export async function tlsFront(port: number, behind: number) {
  const server = createServer(await certificate(), (from, to) => passOn(from, to, behind))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function passOn(from: IncomingMessage, to: ServerResponse, port: number) {
  const onward = request(
    { host: '127.0.0.1', port, path: from.url, method: from.method, headers: from.headers, agent: false },
    (answer) => {
      to.writeHead(answer.statusCode!, answer.rawHeaders)
      answer.pipe(to)
    },
  )
  onward.on('error', () => to.destroy())
  to.on('close', () => onward.destroy())
  from.pipe(onward)
}
