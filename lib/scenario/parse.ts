/** Reads what a link asks for. Strict: one act that is not known, and none is done. */
import { z } from 'zod'
import { VISITOR_DEVICES } from '@/lib/reading/visitor-device'
import { FORMS, MOST_ACTS, type ScenarioAct, USERS } from './acts'

type KeysOf<T> = T extends unknown ? keyof T : never

const FIELDS: Record<Exclude<KeysOf<ScenarioAct>, 'do'>, z.ZodType> = {
  device: z.enum(VISITOR_DEVICES),
  user: z.enum(USERS),
  sku: z.string().regex(/^[a-z0-9-]{1,40}$/),
  quantity: z.coerce.number().int().min(1).max(99).default(1),
  seconds: z.coerce.number().int().min(1).max(31_536_000),
}

export type ParseResult =
  | { ok: true; acts: ScenarioAct[] }
  /** `wrong`: the first part that is not known, shortened; null: there are too many, or none. */
  | { ok: false; wrong: string | null }

/** @param text as `askedIn` gives it */
export function parseScenario(text: string): ParseResult {
  const parts = decoded(text).split(',')
  if (text === '' || parts.length > MOST_ACTS) return { ok: false, wrong: null }
  const acts: ScenarioAct[] = []
  for (const part of parts) {
    const act = actOf(part)
    if (!act) return { ok: false, wrong: part.slice(0, 40) }
    acts.push(act)
  }
  return { ok: true, acts }
}

function actOf(part: string): ScenarioAct | null {
  const cut = part.indexOf(':')
  const word = cut < 0 ? part : part.slice(0, cut)
  const said = cut < 0 ? [] : part.slice(cut + 1).split('*')
  const form = FORMS.get(word)
  if (!form || said.length > form.fields.length) return null
  const shape = Object.fromEntries(form.fields.map((name) => [name, FIELDS[name as keyof typeof FIELDS]]))
  const act = z.object(shape).safeParse(Object.fromEntries(form.fields.map((name, i) => [name, said[i]])))
  return act.success ? ({ do: word, ...act.data } as ScenarioAct) : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
