import { setTimeout as sleep } from 'node:timers/promises'
import type { CellSite } from '../cells/site.ts'
import { tellDrain } from '../drain.ts'
import { ask, newOwner } from '../visitors.ts'
import { type CellWriter, cellOf, eventually, harmed, named, OpenPanel, onCells, writersIn } from './cells.ts'
import { type Fault, promises } from './fault.ts'
import { sumOf, whileWriting } from './writers.ts'

const EACH = 3
const NEWCOMERS = 12
/** Milliseconds from the notice to the end of all sandboxes. */
const NOTICE = 3000

export default {
  id: 'F37',
  title: `a cell is drained behind a proxy, with ${EACH} writers and a panel in each: nobody new, then an end for all in ${NOTICE / 1000} s`,
  goal: 'from the first moment nobody new is sent there nor refused, whoever is there is served until the end, and is told of it; a browser whose sandbox is over gets one elsewhere; the other cell answers every request; exit code 0',
  run: ({ quick }) =>
    onCells(async (site) => {
      const rounds = quick ? 1 : 3
      const wrong: string[] = []
      let adds = 0
      let lost = 0
      for (let nth = 0; nth < rounds; nth++) {
        const round = await once(site)
        wrong.push(...round.wrong)
        adds += round.adds
        lost += round.lost
      }
      const note = [`${adds} adds acknowledged, ${NEWCOMERS * rounds} newcomers`, ...new Set(wrong)].join(
        '; ',
      )
      return { tried: `${rounds} drains`, lost, ok: lost === 0 && wrong.length === 0, note }
    }),
} satisfies Fault

async function once(site: CellSite) {
  const { wrong, must } = promises()
  const writers = await writersIn(site, EACH)
  const inA = writers.filter(({ cell }) => cell === 'a')
  const leaver = await ownerIn(site, 'a')
  const panel = new OpenPanel(site, inA[0]!.owner)
  const drained = named(site, 'a')
  let lost = 0
  await whileWriting(writers, async () => {
    tellDrain(drained.folder, null)
    await eventually('it says so', async () => (await newcomersAt(drained.port)) === 503)
    for (let nth = 0; nth < NEWCOMERS; nth++) {
      must('newcomers go elsewhere', cellOf(await newOwner([site.origin])) === 'b')
      await sleep(50)
    }
    must('whose sandbox is over is sent on', (await afterItsEnd(site, leaver)) === 'b')
  })
  must('whoever is there is served', harmed(writers) === 0)
  lost += await sumOf(writers.map((writer) => writer.losses()))
  tellDrain(drained.folder, Date.now() + NOTICE)
  await eventually('the panel is told', () => panel.times('ends') > 0)
  const others = writers.filter(({ cell }) => cell === 'b')
  await whileWriting(others, async () => {
    await eventually('all end', async () => (await inA[0]!.client.get('cart')).status === 404)
    drained.server!.stop()
    must('exit code', (await drained.server!.ended) === 0)
  })
  must('the other cell answers every request', harmed(others) === 0)
  lost += await sumOf(others.map((writer) => writer.losses()))
  await panel.leave()
  await renew(site)
  return { wrong, lost, adds: writers.reduce((sum, { acknowledged }: CellWriter) => sum + acknowledged, 0) }
}

/** As an empty cell of that name comes back: after an update, say. */
async function renew(site: CellSite) {
  const cell = named(site, 'a')
  const { rmSync } = await import('node:fs')
  rmSync(cell.folder, { recursive: true, force: true })
  await cell.start()
  await eventually('newcomers come again', async () => cellOf(await newOwner([site.origin])) === 'a')
}

async function newcomersAt(port: number) {
  const answer = await fetch(`http://localhost:${port}/api/health?newcomers`)
  await answer.text()
  return answer.status
}

async function ownerIn(site: CellSite, cell: string) {
  for (;;) {
    const owner = await newOwner([site.origin])
    if (cellOf(owner) === cell) return owner
  }
}

/** Starts over with its old key, as a browser does: it is told to forget the key, and asks again. @returns the cell of its new sandbox */
async function afterItsEnd({ origin }: CellSite, owner: { headers: Record<string, string> }) {
  await ask('DELETE', `${origin}/api/sandbox`, owner)
  const sent = await fetch(`${origin}/api/sandbox`, {
    method: 'POST',
    headers: owner.headers,
    redirect: 'manual',
  })
  await sent.text()
  const forgets = sent.headers.getSetCookie().some((line) => /^__Secure-owner=;.*Max-Age=0/.test(line))
  if (sent.status !== 307 || !forgets) return `${sent.status}`
  return cellOf(await newOwner([origin]))
}
