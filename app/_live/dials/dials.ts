/** The dials of the sandbox: read, turned, and told by the event stream to every tab. */
import type { Dials, Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { control } from '../requests/control'
import { type Answer, isOk } from '../requests/http'
import { useLive } from '../state/store'

export type DialPatch = Partial<Record<StrategyName, Record<string, Position>>>

interface SettingsAnswer {
  settings: Record<StrategyName, Record<string, { value: Position }>>
}

/** false: the server did not say. */
export async function readDials(): Promise<boolean> {
  return note(await control<SettingsAnswer>('GET', '/settings'))
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other, so that the answers come in the order of the turns. */
export function turnDials(change: DialPatch | { reset: true }): Promise<Answer> {
  const answer = last.then(() => control<SettingsAnswer>('PATCH', '/settings', change))
  last = answer.then(note)
  return answer
}

export function takeDials({ settings }: { settings: Dials }): void {
  useLive.setState({ dials: settings })
}

function note(answer: Answer<SettingsAnswer>): boolean {
  if (!isOk(answer) || !answer.body) return false
  const { settings } = answer.body
  const lanes = STRATEGIES.map((lane) => [lane, positionsOf(settings[lane])])
  takeDials({ settings: Object.fromEntries(lanes) as Dials })
  return true
}

function positionsOf(lane: SettingsAnswer['settings'][StrategyName]): Record<string, Position> {
  return Object.fromEntries(Object.entries(lane).map(([name, { value }]) => [name, value]))
}
