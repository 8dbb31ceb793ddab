import { WhereGlyph } from '@/app/_ui/where-glyph'
import type { StrategyName } from '@/lib/strategies/strategy'

export function LaneName({ lane, label }: { lane: StrategyName; label?: string }) {
  return (
    <span className={`lane-name ${lane}`}>
      <WhereGlyph strategy={lane} label={label} />
      <span className="mono">{lane}</span>
    </span>
  )
}
