'use client' // drawn anew with every exchange

import { useLive } from '@/app/_live/state/store'
import { useShown, useVerdict } from '@/app/_live/state/use-lane'
import { cx } from '@/app/_ui/cx'
import { useLocale, useText } from '@/lib/i18n/client'
import { type Where, whereOf } from '@/lib/reading/stored/where-of'
import { spoken } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'
import { browserWords, type HoldWords, serverWords, type TakenSignIns } from './where-words'

/** Browser, wire, server: what each holds or carried, as the shown exchange left it. */
export function WhereStrip({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const shown = useShown(strategy)
  const where = shown ? whereOf(shown) : null
  const taken = useTaken(strategy)
  // Of a device that sent nothing it is known that nothing lies there; before the list has come nothing is.
  const known = useLive((live) => live.exchanges.length > 0)
  const unknown = { title: t('unknown'), short: '', detail: '' }
  const holds = strategy !== 'session' && !!where?.browser.tokens
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)_4rem_minmax(0,1fr)] text-12 leading-ui">
      <Holder
        side="browser"
        words={known ? browserWords(t, strategy, where) : unknown}
        fill={holds ? 'whole' : 'none'}
      />
      <OnTheWire where={where} />
      <Holder
        side="server"
        words={known ? serverWords(t, strategy, where, taken) : unknown}
        fill={where ? serverFill(strategy, where) : 'none'}
      />
    </ul>
  )
}

/** How much of the lane's state lies there. */
type Fill = 'whole' | 'half' | 'none'

const FILLS: Record<Fill, string> = {
  whole: 'bg-tint forced-colors:border-2 forced-colors:border-[Highlight]',
  half: 'bg-linear-to-t from-tint from-50% to-transparent to-50% forced-colors:border-b-2 forced-colors:border-b-[Highlight]',
  none: '',
}

interface HolderProps {
  side: 'browser' | 'server'
  words: HoldWords
  fill: Fill
}

function Holder({ side, words, fill }: HolderProps) {
  const t = useText('compare')
  const { title, short, detail, gone } = words
  return (
    <li
      className={cx(
        `at-${side}`,
        'min-w-0 rounded-1 border border-edge px-2 py-0.5',
        gone ? 'border-dashed' : FILLS[fill],
      )}
    >
      <span className="flex flex-wrap justify-between gap-x-2">
        <span>{t(`where.${side}`)}</span>
        {short && (
          <span
            className="text-ink-2 max-wide:hidden max-tablet:inline projector:hidden print:hidden"
            aria-hidden="true"
          >
            {short}
          </span>
        )}
      </span>
      <span className="block text-13 leading-tight">
        {gone && <s className="text-ink-2">{gone}</s>}
        <span className={gone || fill !== 'none' ? 'font-semibold' : undefined}>{` ${title}`}</span>
        {detail && <span className="sr-only">{`, ${detail}`}</span>}
      </span>
    </li>
  )
}

/** The message of motion.css travels along its line. */
function OnTheWire({ where }: { where: Where | null }) {
  const t = useText('compare')
  const { carrier = null, bytes = 0 } = where?.wire ?? {}
  return (
    <li className="track relative grid place-content-center text-center font-mono leading-tight text-lane before:absolute before:inset-x-0 before:top-1/2 before:border-t before:border-edge">
      <i className="msg" aria-hidden="true" />
      {where && (
        <>
          <span className="sr-only">
            {carrier ? t('where.sent', { carrier, n: bytes }) : t('where.sent-nothing')}
          </span>
          <span className="relative bg-surface px-0.5" aria-hidden="true" lang="en">
            {carrier && <span className="block">{carrier}</span>}
            <span className="block">{t('where.bytes', { n: bytes })}</span>
          </span>
        </>
      )}
    </li>
  )
}

/** As the lane's glyph says: of the JWT lane the server has half, the cart's row and the right to renew. */
function serverFill(strategy: StrategyName, { server }: Where): Fill {
  if (strategy === 'session') return server.sessions > 0 ? 'whole' : 'none'
  return strategy === 'jwt' && server.carts + server.families > 0 ? 'half' : 'none'
}

/** While that is the news. */
function useTaken(strategy: StrategyName): TakenSignIns | null {
  const { verdict, act, now } = useVerdict(strategy)
  const locale = useLocale()
  const lane = act?.lanes[strategy]
  if (!act || !lane?.reached || lane.ended === 0 || verdict.kind === 'none') return null
  return { ended: lane.ended, ago: spoken(Math.max(0, (now - Date.parse(act.sandboxAt)) / 1000), locale) }
}
