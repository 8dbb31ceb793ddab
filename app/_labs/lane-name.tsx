import { cx } from '@/app/_ui/cx'
import { WhereGlyph } from '@/app/_ui/where-glyph'
import type { StrategyName } from '@/lib/strategies/strategy'

interface Props {
  lane: StrategyName
  label?: string
  className?: string
}

export function LaneName({ lane, label, className }: Props) {
  return (
    <span
      className={cx(
        `lane-${lane}`,
        'inline-flex items-center gap-2.5 font-bold whitespace-nowrap text-lane',
        className,
      )}
    >
      <WhereGlyph strategy={lane} label={label} />
      <span className="font-mono" lang="en">
        {lane}
      </span>
    </span>
  )
}
