'use client' // says what came, and opens what shows it
import Link from 'next/link'
import { closePath, usePathPlace } from '@/app/_live/connection/path-left'
import { sandboxNow } from '@/app/_live/requests/clock'
import { useLive } from '@/app/_live/state/store'
import { Button, buttonClass } from '@/app/_ui/button'
import { focusTitle } from '@/app/_ui/focus-title'
import { Icon } from '@/app/_ui/icon'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { type SignOutVerdict, verdictOf } from '@/lib/reading/timeline/verdict'
import { lanesOf, listed } from '@/lib/reading/told/lanes'
import { GUESSES, refusedAtOnce } from '@/lib/reading/told/path'
import { VERDICT_ORDER } from '@/lib/reading/told/verdicts'
import { pageOf } from '@/lib/site/pages'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'
import { PathPins } from './path-pins'

type Verdicts = Record<StrategyName, SignOutVerdict>

/** What came in one sentence, against what was said before; what shows it; and where it goes on. */
export function PathEnd({ foretold }: { foretold: string }) {
  const t = useText('told')
  const locale = useLocale()
  const verdicts = useVerdicts()
  const said = useSaid(verdicts, foretold)
  const close = () => {
    closePath()
    focusTitle()
  }
  const told = VERDICT_ORDER.flatMap((lane) => {
    const { kind } = verdicts[lane]
    return kind === 'none' || kind === 'lost' ? [] : t(`path.verdict.${kind}`, { lane })
  })
  return (
    <fieldset
      aria-label={t('path.label')}
      className="mt-1.5 flex basis-full flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-1.5 text-13 print:hidden"
    >
      <p>
        {told.length > 0 && (
          <b className="font-semibold">{t('path.done', { verdicts: listed(told, locale) })}</b>
        )}
        <span className="text-ink-2">{said && ` ${said}`}</span>
      </p>
      <PathPins verdict={verdicts.session} />
      <span className="ml-auto flex items-center gap-2">
        <Ways />
        <Button look="quiet" size="square" aria-label={t('path.close')} onClick={close}>
          <Icon name="cross" className="size-3 stroke-[1.5]" />
        </Button>
      </span>
    </fieldset>
  )
}

/** Of the newest forced sign-out, on the device in hand. */
function useVerdicts(): Verdicts {
  const exchanges = useLive((live) => live.exchanges)
  const device = useLive((live) => live.device)
  const act = useLive((live) => live.desk.at(-1) ?? null)
  const { tolerance } = useLive((live) => live.dials.jwt)
  const verdict = (strategy: StrategyName) =>
    verdictOf({ strategy, device, act, exchanges, now: sandboxNow(), tolerance })
  return Object.fromEntries(STRATEGIES.map((lane) => [lane, verdict(lane)])) as Verdicts
}

/** What was said before the act, against what came of it here; where that was not seen, of what a lab says. */
function useSaid(verdicts: Verdicts, foretold: string): string {
  const t = useText('told')
  const locale = useLocale()
  const guess = usePathPlace((path) => path.guess)
  if (guess === null) return ''
  const kinds = Object.fromEntries(STRATEGIES.map((lane) => [lane, verdicts[lane].kind]))
  const seen = refusedAtOnce(kinds as Record<StrategyName, SignOutVerdict['kind']>)
  const came = seen ?? foretold
  const key = guess === 'unsure' ? 'unsure' : guess === came ? 'right' : 'other'
  const said = t(`path.said.${key}`, { guess: t(`path.guess.${guess}`), came: named(t, came, locale) })
  if (came === foretold) return said
  return `${said} ${t('path.said.dials', { foretold: named(t, foretold, locale) })}`
}

const named = (t: Text, lanes: string, locale: string) =>
  GUESSES.some((one) => one === lanes)
    ? t(`path.guess.${lanes}`)
    : lanesOf(t, locale, lanes.split('+') as StrategyName[])

function Ways() {
  const t = useText('told')
  const locale = useLocale()
  return ['learn', 'choose']
    .map(pageOf)
    .filter((page) => page !== null)
    .map(({ path, key }) => (
      <Link
        key={key}
        href={localePath(locale, path)}
        prefetch={false}
        className={buttonClass({ size: 'sm' })}
      >
        {t(`path.to.${key}`)}
      </Link>
    ))
}
