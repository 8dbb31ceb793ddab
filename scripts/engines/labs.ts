// Every lab, at every position, as the page plays it: pressed on its page, read from what the page kept of its own run.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from '../say.mjs'
import { type Seat, until } from './seat.ts'

/** Position, lane, moment: the outcome. */
export type LabSeen = Record<string, Record<string, Record<string, string>>>

const LABS = join(root, 'lib/labs')
const words = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const ui = words('lib/i18n/messages/en/labs.json')
/** Milliseconds: some sixty requests and six windows, on a machine that may be full. */
const RUN = 300_000

/** @param only these; empty: all */
export async function labsIn(
  seat: Seat,
  origin: string,
  only: readonly string[] = [],
): Promise<Record<string, LabSeen>> {
  const seen: Record<string, LabSeen> = {}
  const all = readdirSync(LABS).filter((name) => /^x\d/.test(name))
  for (const slug of all.filter((name) => only.length === 0 || only.includes(name))) {
    const positions = Object.keys(words(`lib/labs/${slug}/en.json`).position)
    const lab: LabSeen = {}
    for (const position of positions)
      lab[position] = await played(seat, `${origin}/labs/${slug}?position=${position}`, { slug, position })
    seen[slug] = lab
    say(`  ${seat.engine}: ${slug}`)
  }
  return seen
}

interface Finding {
  lane: string
  moment: string
  outcome: string
}

async function played(seat: Seat, url: string, { slug, position }: { slug: string; position: string }) {
  await seat.go(url)
  const run = `(${BUTTON})(${JSON.stringify([ui.run.all, ui.run.again])})`
  await until(`${slug} can be run`, () => seat.read(`!!${run}`))
  await seat.press(run)
  const findings = await until(`${slug}, ${position} is done`, () => next(seat, slug, position), RUN)
  const lanes: Record<string, Record<string, string>> = {}
  for (const { lane, moment, outcome } of findings) {
    lanes[lane] ??= {}
    lanes[lane][moment] = outcome
  }
  return lanes
}

/** A window that the browser has blocked is opened by a click, as the page says. */
async function next(seat: Seat, slug: string, position: string): Promise<Finding[] | null> {
  const [found, blocked, broken] = await seat.read<[Finding[] | null, boolean, string]>(
    `[(${KEPT})(${JSON.stringify(slug)}, ${JSON.stringify(position)}), !!${OPEN}, (${BROKEN})(${JSON.stringify(ui.state.failed.split(' {')[0])})]`,
  )
  if (broken) throw new Error(`${slug}, ${position}: ${broken}`)
  if (!found && blocked) await seat.press(OPEN)
  return found
}

// The page's own side of it.

const BUTTON = `(names) => [...document.querySelectorAll('button')].find((one) => names.includes(one.innerText.trim()) && !one.disabled && one.getAttribute('aria-disabled') !== 'true')`
const OPEN = `(${BUTTON})(${JSON.stringify([ui.press.open])})`
const KEPT = `(slug, position) => {
  const key = Object.keys(localStorage).find((key) => key.startsWith('labs:'))
  return JSON.parse(localStorage.getItem(key) ?? 'null')?.results[slug]?.[position]?.findings ?? null
}`
const BROKEN = `(failed) => document.body.innerText.includes(failed) ? failed : ''`
