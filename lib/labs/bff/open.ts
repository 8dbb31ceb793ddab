/** Opens it, and asks it as a browser's page would: with the cookie, and with no token. */
import type { ServerResponse } from 'node:http'
import { laneTarget } from '@/lib/trace/model/lane-target'
import { openHttp } from '../outside/open-http'
import type { LabWire } from '../outside/wire'
import type { LabClient, Reply } from '../stage/client'
import type { LabDesk } from '../stage/server-stage'
import type { Bff } from './bff'
import { type BffAnswer, type BffRoom, BffServer, OWN_PAGE } from './server'

interface OpenRoom extends BffRoom {
  wire: LabWire
  desk: Pick<LabDesk, 'passwordOf'>
}

export async function openBff({ sandbox, timeline, wire, desk }: OpenRoom): Promise<Bff> {
  const bff = new BffServer({ sandbox, timeline })
  const { port, close } = await openHttp((request, response) => {
    bff.answer(request).then(
      (answer) => write(response, answer),
      () => response.writeHead(500).end(),
    )
  })
  const ask = async (client: LabClient, method: string, operation: string, body?: object): Promise<Reply> => {
    const { action } = laneTarget(method, `${client.path}/${operation}`)!
    const path = `/${operation}`
    const reply = await wire.send({
      ...{ to: 'BFF', device: client.device, action, port, method, path, body },
      headers: [...client.fieldsFor(path), [...OWN_PAGE]],
    })
    client.keep(reply)
    return reply
  }
  return {
    async signIn(client) {
      const { email } = sandbox.users.find('mina')!
      const reply = await ask(client, 'POST', 'sign-in', { email, password: desk.passwordOf('mina') })
      if (reply.status !== 200) throw new Error(`sign-in answered ${reply.status}`)
      return reply
    },
    add: (client, sku, quantity) => ask(client, 'POST', 'cart/items', { sku, quantity }),
    me: (client) => ask(client, 'GET', 'me'),
    signOut: (client) => ask(client, 'POST', 'sign-out', {}),
    get accessUntil() {
      return bff.accessUntil
    },
    close,
  }
}

function write(response: ServerResponse, { status, body, cookie }: BffAnswer): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(body && { 'Content-Type': 'application/json' }),
    ...(cookie !== undefined && { 'Set-Cookie': cookie }),
  })
  response.end(body ? JSON.stringify(body) : undefined)
}
