/** What a page reads of a run holds no credential: tried on every lab that needs no browser, each at its last position. */
import { expect, it } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { SHOWN } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { startWireTap } from '@/lib/trace/record/wiretap'
import { LABS } from './index'
import { Run } from './run/run'

startWireTap()
setSelf((await serveApi()).origin)

/** Values of cookies, and tokens. */
function credentialsOf({ request, response }: Exchange): string[] {
  return [...request.headers, ...(response?.headers ?? [])].flatMap(([name, value]) => {
    if (/^authorization$/i.test(name)) return value.replace(/^\w+ /, '')
    if (/^cookie$/i.test(name)) return value.split('; ').map((pair) => pair.replace(/^[^=]*=/, ''))
    return /^set-cookie$/i.test(name) ? value.split(';', 1)[0]!.replace(/^[^=]*=/, '') : []
  })
}

const servers = LABS.filter((lab) => lab.place === 'server' && !lab.ofFramework)

it.each(servers)('$slug', async (lab) => {
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, lab.positions.at(-1)!, () => {})
  await run.open()
  await run.playAll()
  const report = run.report()
  const rooms = report.lanes.map((lane) => run.room(lane)!)
  const passwords = rooms.flatMap(({ desk }) => [desk.passwordOf('mina'), desk.passwordOf('sam')])
  const seen = rooms.flatMap(({ timeline }) => timeline.after(0).flatMap(credentialsOf))
  // X12 plants texts of one character: they stand in this source.
  const secrets = [...new Set([...seen, ...passwords])].filter((text) => new Set(text).size > 5)
  expect(secrets.length).toBeGreaterThan(passwords.length)
  const told = JSON.stringify(report)
  // The beginning is shown, and a body is cut off.
  const parts = (secret: string) => [secret.slice(SHOWN, SHOWN + 20), secret.slice(-14)]
  expect(secrets.filter((secret) => parts(secret).some((part) => told.includes(part)))).toEqual([])
  await run.close()
})
