// The first page: something in the cart, a sign-in, and the support desk ends all of them. What is each lane's next answer?
import { type Seat, until } from './seat.ts'

/** Lane, then what was asked: the status of the first answer after the forced sign-out. */
export type ForcedSeen = Record<string, Record<string, number>>

const LANES = ['cookie', 'session', 'jwt']

interface Seen {
  seq: number
  strategy: string
  device: string
  action: string
  response: { status: number } | null
}

export async function forcedIn(seat: Seat, origin: string): Promise<ForcedSeen> {
  await seat.go(origin)
  await act(seat, 'Add Apple', 'cart.add')
  const before = await act(seat, 'Sign in as Mina', 'sign-in')
  await press(seat, 'Force sign-out everywhere')
  const after = await until('each lane was asked', async () => {
    const seen = await exchanges(seat, before)
    const read = seen.filter(({ action, device }) => action === 'cart.read' && device === 'laptop')
    const renewed = seen.some(({ action, response }) => action === 'refresh' && response)
    return renewed && LANES.every((lane) => read.some((one) => one.strategy === lane && one.response)) && seen
  })
  const first = (lane: string, action: string) =>
    after.find(
      (one) => one.strategy === lane && one.action === action && one.device === 'laptop' && one.response,
    )?.response?.status
  const found: ForcedSeen = {}
  for (const lane of LANES) {
    const [read, refresh] = [first(lane, 'cart.read')!, first(lane, 'refresh')]
    found[lane] = { 'cart.read': read, ...(refresh && { refresh }) }
  }
  return found
}

/** @returns the number of the newest exchange */
async function act(seat: Seat, name: string, action: string): Promise<number> {
  await press(seat, name)
  return until(`${name}, in each lane`, async () => {
    const seen = await exchanges(seat, 0)
    const lanes = new Set(
      seen.filter((one) => one.action === action && one.response).map(({ strategy }) => strategy),
    )
    return lanes.size === LANES.length && seen.at(-1)!.seq
  })
}

async function press(seat: Seat, name: string) {
  const button = `[...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(${JSON.stringify(name)}) && !one.disabled && one.getAttribute('aria-disabled') !== 'true')`
  await until(`the button ${name}`, () => seat.read<boolean>(`!!${button}`))
  await seat.press(button)
}

const exchanges = (seat: Seat, after: number) =>
  seat.read<Seen[]>(
    `fetch('/api/sandbox/exchanges?after=${after}').then((answer) => answer.json()).then((body) => body.exchanges)`,
  )
