import type { StrategyName } from '@/lib/strategies/strategy'

/** Browser, wire, server: filled where the state lives. The JWT server keeps half: the right to renew, and the cart. */
export function WhereGlyph({ strategy, label }: { strategy: StrategyName; label?: string }) {
  return (
    <svg
      className="glyph"
      viewBox="0 0 32 12"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      <rect className={strategy === 'session' ? undefined : 'f'} x="1" y="1" width="10" height="10" />
      <path d="M11 6h10" />
      <rect className={strategy === 'session' ? 'f' : undefined} x="21" y="1" width="10" height="10" />
      {strategy === 'jwt' && <path className="f" stroke="none" d="M21 6h10v5H21z" />}
    </svg>
  )
}

export function Logo() {
  return (
    <svg className="logo" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" />
      <path d="M11 6h4" />
      <rect className="f" x="15" y="1" width="10" height="10" />
    </svg>
  )
}
