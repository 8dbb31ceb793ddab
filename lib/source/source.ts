import 'server-only'
import extracted from '../../generated/source.json'
import type { Part, Source } from './listing'

const SOURCE = extracted as unknown as Source

/** A symbol of a file: `createSeals`, or `createSeals.unseal` for a member of what it returns or has. */
export interface SourceRef {
  /** From the root of the project. */
  file: string
  symbol: string
}

export interface Listing extends SourceRef {
  /** Number of the first of `lines` in the file: that of the comment above the symbol, where there is one. */
  first: number
  lines: Part[][]
}

/** null: there is no such symbol. */
export function listingOf({ file, symbol }: SourceRef): Listing | null {
  const place = own(own(SOURCE, file)?.symbols, symbol)
  if (!place) return null
  const [doc, , last] = place
  return { file, symbol, first: doc, lines: SOURCE[file]!.lines.slice(doc - 1, last) }
}

/** A member stands in what returns it, and reads better there; `ran` says which of the lines are its own. */
export interface Surrounded extends Listing {
  ran: [first: number, last: number]
}

export function surrounded(ref: SourceRef): Surrounded | null {
  const [outer = ''] = ref.symbol.split('.')
  const [inside, around] = [listingOf(ref), listingOf({ file: ref.file, symbol: outer })]
  if (!inside || !around) return null
  return { ...around, symbol: ref.symbol, ran: [inside.first, inside.first + inside.lines.length - 1] }
}

/** Names come from addresses: `__proto__` is none of ours. */
function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}

export const hasSource = (ref: SourceRef): boolean => listingOf(ref) !== null
