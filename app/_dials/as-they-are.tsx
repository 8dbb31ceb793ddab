'use client'
// The path names the sandbox, which only the browser knows.
import type { StrategyName } from '@/lib/strategies/strategy'
import { useLive } from '../_shop/live'
import { Sources } from './about-dial'
import { FIXED_SOURCES } from './sources'
import { useDialText } from './words'

const NAMES = { cookie: '__Secure-visit', session: '__Secure-session', jwt: '__Secure-refresh' }

/** What about the lane's cookie no dial turns, and why. */
export function AsTheyAre({ strategy }: { strategy: StrategyName }) {
  const t = useDialText()
  const device = useLive((live) => live.device)
  const sandbox = useLive((live) => live.sandbox?.id)
  const lane = `/api/${strategy}/${sandbox ?? '…'}/${device}`
  const written = {
    secure: 'Secure',
    prefix: NAMES[strategy],
    path: `Path=${lane}${strategy === 'jwt' ? '/refresh' : ''}`,
  }
  return (
    <div className="fixed">
      <h4>{t('fixed.title')}</h4>
      <dl>
        {(['secure', 'prefix', 'path'] as const).map((part) => (
          <div key={part}>
            <dt>
              <code lang="en">{written[part]}</code>
            </dt>
            <dd>
              {t(`fixed.${part}`)}
              <Sources of={FIXED_SOURCES[part]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
