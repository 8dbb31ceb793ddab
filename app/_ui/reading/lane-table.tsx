/** A table of figures with a column for each lane, in the order that they have everywhere. */
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { FIGURE } from './reading'

/** Its first row. */
export function LaneHeads({ of }: { of: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {STRATEGIES.map((lane) => (
          <th key={lane} scope="col" className={`lane-${lane} text-right font-mono text-lane`} lang="en">
            {lane}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function LaneRow({ name, cell }: { name: string; cell(lane: StrategyName): string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {STRATEGIES.map((lane) => (
        <td key={lane} className={FIGURE}>
          {cell(lane)}
        </td>
      ))}
    </tr>
  )
}
