import 'server-only'
import extracted from '@/generated/source.json'
import type { SourceRef } from '@/lib/strategies/site/source'
import type { CodePart, SourceFiles } from './listing'

const SOURCE = extracted as unknown as SourceFiles

export type { SourceRef }

export interface Listing extends SourceRef {
  /** Number of the first of `lines` in the file: that of the comment above the symbol, where there is one. */
  first: number
  lines: CodePart[][]
}

/** null: there is no such symbol. */
export function listingOf({ file, symbol }: SourceRef): Listing | null {
  const place = own(own(SOURCE, file)?.symbols, symbol)
  if (!place) return null
  const [doc, , last] = place
  return { file, symbol, first: doc, lines: withoutIndent(SOURCE[file]!.lines.slice(doc - 1, last)) }
}

/** A member stands as deep as what it is a member of; by itself it begins at the margin. */
function withoutIndent(lines: CodePart[][]): CodePart[][] {
  const depth = indentOf(lines[0]?.[0])
  return lines.map(([first, ...rest]) => {
    if (first === undefined) return []
    const cut = Math.min(depth, indentOf(first))
    if (typeof first !== 'string') return [[first[0], first[1].slice(cut)], ...rest]
    return first.length === cut ? rest : [first.slice(cut), ...rest]
  })
}

/** How deep a line stands whose first part this is. Inside of a comment the spaces are part of it. */
function indentOf(first: CodePart | undefined): number {
  const text = typeof first === 'string' ? first : (first?.[1] ?? '')
  return text.length - text.trimStart().length
}

/** A member stands in what returns it, and reads better there; `ran` says which of the lines are its own. */
export interface SurroundedListing extends Listing {
  ran: [first: number, last: number]
}

export function surrounded(ref: SourceRef): SurroundedListing | null {
  const [outer = ''] = ref.symbol.split('.')
  const [inside, around] = [listingOf(ref), listingOf({ file: ref.file, symbol: outer })]
  if (!inside || !around) return null
  return { ...around, symbol: ref.symbol, ran: [inside.first, inside.first + inside.lines.length - 1] }
}

/** What a listing calls in its own file, in the order of the file: without it the listing tells half. */
export function calledBy({ file, symbol, lines }: Listing): Listing[] {
  const called = new Set(
    lines.flat().flatMap((part) => (typeof part !== 'string' && part[0] === 'f' ? [part[1]] : [])),
  )
  const [outer] = symbol.split('.')
  return Object.keys(own(SOURCE, file)?.symbols ?? {})
    .filter((name) => name !== outer && called.has(name))
    .flatMap((name) => listingOf({ file, symbol: name }) ?? [])
}

/** Names come from addresses: `__proto__` is none of ours. */
function own<T>(record: Record<string, T> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}
