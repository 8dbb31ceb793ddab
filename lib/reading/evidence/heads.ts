/** What differs between the heads of the lanes, row by row: a row is one field, its cells are what each lane has of it. Pure. */

import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import type { Exchange, HeaderLine } from '@/lib/trace/model/exchange'
import { isForeign } from '../wire/credential-bytes'
import { foldOf } from '../wire/fold'
import { type HeadSide, partsOf, writtenHere } from '../wire/wire-parts'

export type ShownExchanges = Partial<Record<StrategyName, Exchange | undefined>>

export interface HeadCell {
  exchange: Exchange
  line: HeaderLine
  /** Its position in the head. */
  index: number
}

export interface HeadRow {
  /** A field in small letters, or `credential`: whichever field carries that. With a number where it comes again. */
  key: string
  kind: 'credential' | 'field'
  /** As the first lane that has it writes it. */
  name: string
  cells: Partial<Record<StrategyName, HeadCell>>
}

export interface HeadRows {
  /** Those that differ; credentials first, then in the order of the heads. */
  rows: HeadRow[]
  /** Folded: alike in all lanes that are shown. Of one lane alone: what the browser and the HTTP server add by themselves. */
  alike: HeadCell[]
}

export function headRows(shown: ShownExchanges, side: HeadSide): HeadRows {
  const lanes = STRATEGIES.flatMap((lane) => shown[lane] ?? [])
  const folded = foldOf({ exchanges: shown })
  const isFolded = ({ exchange, line, index }: HeadCell) =>
    lanes.length > 1
      ? folded[exchange.strategy]![side].includes(index)
      : !writtenHere(side, line) && !carriesCredential(side, line, exchange)
  const cells = lanes.map((exchange) => cellsOf(exchange, side))
  return {
    rows: inRows(
      side,
      cells.flat().filter((cell) => !isFolded(cell)),
    ),
    alike: (cells[0] ?? []).filter(isFolded),
  }
}

const cellsOf = (exchange: Exchange, side: HeadSide): HeadCell[] =>
  (exchange[side]?.headers ?? []).map((line, index) => ({ exchange, line, index }))

function inRows(side: HeadSide, cells: HeadCell[]): HeadRow[] {
  const rows = new Map<string, HeadRow>()
  for (const cell of cells) {
    const { exchange, line } = cell
    const isCredential = carriesCredential(side, line, exchange)
    const name = isCredential ? 'credential' : line[0].toLowerCase()
    let [key, nth] = [name, 1]
    while (rows.get(key)?.cells[exchange.strategy]) key = `${name} ${++nth}`
    const row = rows.get(key) ?? {
      key,
      kind: isCredential ? 'credential' : 'field',
      name: line[0],
      cells: {},
    }
    row.cells[exchange.strategy] = cell
    rows.set(key, row)
  }
  const all = [...rows.values()]
  return [...all.filter(({ kind }) => kind === 'credential'), ...all.filter(({ kind }) => kind === 'field')]
}

/** Cookies of other programs on this host are none of the lane's. */
export function carriesCredential(side: HeadSide, line: HeaderLine, exchange: Exchange): boolean {
  return partsOf(side, line).some(
    ({ kind, cookie }) =>
      kind === 'credential' && !(side === 'request' && cookie !== undefined && isForeign(exchange, cookie)),
  )
}
