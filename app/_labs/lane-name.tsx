import type { StrategyName } from '@/lib/strategies/strategy'
import { WhereGlyph } from '../_ui/where-glyph'

export function LaneName({ lane, label }: { lane: StrategyName; label?: string }) {
  return (
    <span className={`lane-name ${lane}`}>
      <WhereGlyph strategy={lane} label={label} />
      <span className="mono">{lane}</span>
    </span>
  )
}
