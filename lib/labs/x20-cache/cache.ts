/**
 * A shared cache of few lines, as RFC 9111 has it and no more careful: what stands in no rule of it (a Set-Cookie field) it keeps. It says
 * what it did in `Cache-Status` (RFC 9211).
 */
import { withoutOws } from '@/lib/http/field'
import type { HeaderLine } from '@/lib/trace/model/exchange'
import type { Shelf } from './shelf'

export interface CacheAnswer {
  status: number
  lines: HeaderLine[]
  text: string
}

interface Stored extends Omit<CacheAnswer, 'text'> {
  text(): Promise<string>
  /** Milliseconds since the epoch: until then it is fresh. */
  freshUntil: number
  /** What `Vary` names, as the request had it. */
  varied: readonly [name: string, value: string | null][]
}

export type AskOrigin = (fields: HeaderLine[]) => Promise<CacheAnswer>

export class SharedCache {
  readonly #stored = new Map<string, Stored[]>()
  readonly #refusesSetCookie: boolean

  constructor(
    { refusesSetCookie = false }: { refusesSetCookie?: boolean },
    private readonly shelf: Shelf,
  ) {
    this.#refusesSetCookie = refusesSetCookie
  }

  async answer(key: string, fields: HeaderLine[], ask: AskOrigin, now = Date.now()): Promise<CacheAnswer> {
    const all = this.#stored.get(key) ?? []
    const found = all.find(({ varied }) => varied.every(([name, value]) => fieldIn(fields, name) === value))
    if (found && found.freshUntil > now)
      return given(found, `hit; ttl=${Math.ceil((found.freshUntil - now) / 1000)}`)
    const etag = found ? fieldIn(found.lines, 'etag') : null
    const fresh = await ask(etag === null ? fields : [...fields, ['If-None-Match', etag]])
    if (found && fresh.status === 304) return given(found, 'fwd=stale; fwd-status=304')
    const why = found ? 'stale' : all.length > 0 ? 'vary-miss' : 'uri-miss'
    if (!this.#mayStore(fields, fresh)) return told(fresh, `fwd=${why}`)
    const kept = storedOf(fresh, fields, now, await this.shelf.keep(fresh.text))
    this.#stored.set(key, [...all.filter((one) => one !== found), kept])
    return told(fresh, `fwd=${why}; stored`)
  }

  /** RFC 9111 section 3, for a cache that many share, and section 3.5 for what came with an Authorization field. */
  #mayStore(fields: HeaderLine[], { status, lines }: CacheAnswer): boolean {
    const control = controlOf(lines)
    if (status !== 200 || control.has('no-store') || control.has('private')) return false
    const authorized = fieldIn(fields, 'authorization') !== null
    if (authorized && !['public', 'must-revalidate', 's-maxage'].some((one) => control.has(one))) return false
    if (this.#refusesSetCookie && fieldIn(lines, 'set-cookie') !== null) return false
    return control.has('max-age') || fieldIn(lines, 'etag') !== null
  }
}

function storedOf(answer: CacheAnswer, fields: HeaderLine[], now: number, text: Stored['text']): Stored {
  const control = controlOf(answer.lines)
  const seconds = control.has('no-cache') ? 0 : Number(control.get('max-age') ?? 0)
  const names = (fieldIn(answer.lines, 'vary') ?? '').split(',').map((name) => withoutOws(name).toLowerCase())
  return {
    ...{ ...answer, text },
    freshUntil: now + seconds * 1000,
    varied: names.filter(Boolean).map((name) => [name, fieldIn(fields, name)]),
  }
}

function controlOf(lines: HeaderLine[]): Map<string, string> {
  const parts = (fieldIn(lines, 'cache-control') ?? '')
    .split(',')
    .map((part) => withoutOws(part).toLowerCase())
  return new Map(parts.filter(Boolean).map((part) => part.split('=') as [string, string]))
}

/** null: it has no such field. */
function fieldIn(lines: readonly HeaderLine[], wanted: string): string | null {
  const values = lines.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
  return values.length > 0 ? values.join(', ') : null
}

const given = async (stored: Stored, what: string) => told({ ...stored, text: await stored.text() }, what)

const told = ({ status, lines, text }: CacheAnswer, what: string): CacheAnswer => ({
  status,
  text,
  lines: [...lines, ['Cache-Status', `lab; ${what}`]],
})
