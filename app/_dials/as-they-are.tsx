'use client'
import { useDialText } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
// The path names the sandbox, which only the browser knows.
import type { LaneCookie } from '@/lib/strategies/lane'
import { cookiesOf } from '@/lib/strategies/lanes'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Sources } from './about-dial'
import { FIXED_SOURCES } from './sources'

/** What about the lane's cookies no dial turns, and why. */
export function AsTheyAre({ strategy }: { strategy: StrategyName }) {
  const t = useDialText()
  const cookies = useCookies(strategy)
  const written = {
    secure: ['Secure'],
    prefix: cookies.map(({ name }) => name),
    path: cookies.map(({ path }) => `Path=${path}`),
  }
  if (cookies.length === 0) return null
  return (
    <div className="border-t border-line px-4 pt-2.5 pb-3 text-12">
      <h4 className="font-normal text-ink-2">{t('fixed.title')}</h4>
      <dl>
        {(['secure', 'prefix', 'path'] as const).map((part) => (
          <div key={part} className="mt-2">
            <dt className="font-semibold wrap-anywhere">
              {written[part].map((text) => (
                <code key={text} lang="en" className="block font-mono">
                  {text}
                </code>
              ))}
            </dt>
            <dd className="text-ink-2">
              <span>{t(`fixed.${part}`)}</span>
              <Sources of={FIXED_SOURCES[part]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Those that the lane sets as its dials stand. */
function useCookies(strategy: StrategyName): { name: string; path: string }[] {
  const device = useLive((live) => live.device)
  const sandbox = useLive((live) => live.sandbox?.id)
  const { carrier, refresh } = useLive((live) => live.dials.jwt)
  const path = `/api/${strategy}/${sandbox ?? '…'}/${device}`
  const isSet = ({ proves }: LaneCookie) =>
    strategy !== 'jwt' || (proves ? carrier === 'cookie' : refresh !== 'none')
  return cookiesOf(strategy)
    .filter(isSet)
    .map(({ name, path: below }) => ({ name, path: path + below }))
}
