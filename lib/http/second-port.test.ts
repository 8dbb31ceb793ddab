import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { env, names } from '@/lib/process/env'
import { forgetPerProcess } from '@/lib/process/once'
import { openSecondPort } from './second-port'

const { PORT, APP_ORIGIN, FRONT_ORIGIN } = env
afterEach(() => {
  Object.assign(env, { PORT, APP_ORIGIN, FRONT_ORIGIN })
  forgetPerProcess('second-port')
})

it('is another origin of the same server, which hears by which name it was asked', async () => {
  const heard: (string | undefined)[] = []
  const server = createServer(({ headers }, response) => {
    heard.push(headers.host)
    response.end('hello')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  env.PORT = (server.address() as AddressInfo).port
  expect(names().frontOrigin).toBeUndefined()
  await openSecondPort()
  const origin = names().frontOrigin!
  expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
  expect(await (await fetch(origin.replace('localhost', '127.0.0.1'))).text()).toBe('hello')
  expect(heard).toEqual([origin.replace('http://localhost', '127.0.0.1')])
  server.closeAllConnections()
  server.close()
})

it.each([{ APP_ORIGIN: 'https://shop.example' }, { FRONT_ORIGIN: 'https://app.shop.example' }])(
  'is not opened where there is %o: a deployment has a name for it or none',
  async (named) => {
    Object.assign(env, named)
    await openSecondPort()
    expect(names().frontOrigin).toBe(named.FRONT_ORIGIN)
  },
)
