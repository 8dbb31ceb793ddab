/** What this browser keeps of the labs, for one sandbox: guesses, and what the visitor's own runs found. Nothing of it is sent. */
import { create } from 'zustand'
import type { LabFinding } from '@/lib/labs/lab'
import { STORAGE } from '@/lib/site/storage-keys'
import type { StrategyName } from '@/lib/strategies/strategy'

/** The outcome that was predicted, of the moment that the lab asks about. */
export type Guesses = Partial<Record<StrategyName, string>>

export interface RunResult {
  /** ISO 8601, this browser's clock. */
  at: string
  /** Id of the run; its exchanges are there until the next one. */
  run: string
  findings: readonly LabFinding[]
}

interface Notes {
  /** By slug. */
  guesses: Record<string, Guesses>
  /** By slug, then position. */
  results: Record<string, Record<string, RunResult>>
}

const NOTHING: Notes = { guesses: {}, results: {} }
const PREFIX = STORAGE.labs

export const useKept = create<Notes & { sandbox: string | null }>()(() => ({ ...NOTHING, sandbox: null }))

/** Of another sandbox nothing is kept. */
export function openKept(sandbox: string): void {
  if (useKept.getState().sandbox === sandbox) return
  useKept.setState({ ...(read(PREFIX + sandbox) ?? NOTHING), sandbox })
  forgetOthers(PREFIX + sandbox)
}

export function keepGuess(slug: string, lane: StrategyName, outcome: string): void {
  useKept.setState(({ guesses }) => ({
    guesses: { ...guesses, [slug]: { ...guesses[slug], [lane]: outcome } },
  }))
  write()
}

export function keepResult(slug: string, position: string, result: RunResult): void {
  useKept.setState(({ results }) => ({
    results: { ...results, [slug]: { ...results[slug], [position]: result } },
  }))
  write()
}

export function forgetLab(slug: string): void {
  useKept.setState(({ guesses, results }) => ({
    guesses: { ...guesses, [slug]: {} },
    results: { ...results, [slug]: {} },
  }))
  write()
}

/** Another tab of this browser has written. */
export function followOtherTabs(): () => void {
  const take = ({ key, newValue }: StorageEvent) => {
    const { sandbox } = useKept.getState()
    if (sandbox !== null && key === PREFIX + sandbox) useKept.setState(parsed(newValue) ?? NOTHING)
  }
  addEventListener('storage', take)
  return () => removeEventListener('storage', take)
}

/** With storage blocked the notes live as long as the page. */
function write(): void {
  const { sandbox, guesses, results } = useKept.getState()
  if (sandbox === null) return
  try {
    localStorage.setItem(PREFIX + sandbox, JSON.stringify({ guesses, results }))
  } catch {}
}

function read(key: string): Notes | null {
  try {
    return parsed(localStorage.getItem(key))
  } catch {
    return null
  }
}

function forgetOthers(mine: string): void {
  try {
    const old = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== mine)
    for (const key of old) localStorage.removeItem(key)
  } catch {}
}

/** null: somebody else wrote it, or an older page did. */
export function parsed(text: string | null): Notes | null {
  try {
    const notes = JSON.parse(text ?? 'null')
    if (!isRecord(notes) || !isRecord(notes.guesses) || !isRecord(notes.results)) return null
    const positions = Object.values(notes.results)
    const isSound = positions.every((of) => isRecord(of) && Object.values(of).every(isResult))
    return isSound && Object.values(notes.guesses).every(isRecord) ? (notes as unknown as Notes) : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isResult(value: unknown): boolean {
  if (!isRecord(value) || typeof value.at !== 'string' || typeof value.run !== 'string') return false
  return Array.isArray(value.findings) && value.findings.every(isFinding)
}

function isFinding(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.facts)) return false
  return [value.lane, value.moment, value.outcome].every((one) => typeof one === 'string')
}
