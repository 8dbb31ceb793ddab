import type { StrategyName } from '@/lib/strategies/strategy'

const HELD = 'fill-current'

/** Browser, wire, server: filled where the state lives. The JWT server keeps half: the right to renew, and the cart. */
export function WhereGlyph({ strategy, label }: { strategy: StrategyName; label?: string }) {
  return (
    <svg
      className="h-3 w-8 flex-none fill-none stroke-current stroke-[1.5]"
      viewBox="0 0 32 12"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      <rect className={strategy === 'session' ? undefined : HELD} x="1" y="1" width="10" height="10" />
      <path d="M11 6h10" />
      <rect className={strategy === 'session' ? HELD : undefined} x="21" y="1" width="10" height="10" />
      {strategy === 'jwt' && <path className={HELD} stroke="none" d="M21 6h10v5H21z" />}
    </svg>
  )
}

export function Logo() {
  return (
    <svg
      className="fill-none stroke-current stroke-[1.5]"
      width="26"
      height="12"
      viewBox="0 0 26 12"
      aria-hidden="true"
    >
      <rect x="1" y="1" width="10" height="10" />
      <path d="M11 6h4" />
      <rect className={HELD} x="15" y="1" width="10" height="10" />
    </svg>
  )
}
