import { STRATEGIES } from '@/lib/strategies/strategy'

/** First row of a table with a column for each lane. */
export function LaneHeads({ of }: { of: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{of}</th>
        {STRATEGIES.map((lane) => (
          <th key={lane} scope="col" className={`lane-${lane} text-right font-mono text-lane`}>
            {lane}
          </th>
        ))}
      </tr>
    </thead>
  )
}
