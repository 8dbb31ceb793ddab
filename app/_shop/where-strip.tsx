'use client' // drawn anew with every exchange

import { useShown, useVerdict } from '@/app/_live/state/use-lane'
import { useLocale, useText } from '@/lib/i18n/client'
import { type Where, whereOf } from '@/lib/reading/stored/where-of'
import { spoken } from '@/lib/reading/timeline/result-of'
import type { StrategyName } from '@/lib/strategies/strategy'

interface Words {
  title: string
  detail: string
  /** What was there and was taken away. */
  gone?: string
}

type Say = ReturnType<typeof useText>

/** How a box is filled. */
type Holds = 'holds' | 'holds-half' | false

/** Browser, wire, server: what each holds or carried, as the shown exchange left it. */
export function WhereStrip({ strategy }: { strategy: StrategyName }) {
  const t = useText('compare')
  const shown = useShown(strategy)
  const where = shown ? whereOf(shown) : null
  const taken = useTaken(strategy)
  const browser = where ? browserWords(t, strategy, where) : { title: t('where.nothing'), detail: '' }
  const server = serverWords(t, strategy, where, taken)
  return (
    <div className="where">
      <Box
        side="browser"
        label={t('where.browser')}
        words={browser}
        holds={strategy !== 'session' && !!where?.browser.tokens && 'holds'}
      />
      <div className="track">
        <span className="tk mono">{where?.wire.carrier ?? ''}</span>
        <i className="msg" aria-hidden="true" />
        <span className="tb">{where ? t('where.bytes', { n: where.wire.bytes }) : ''}</span>
      </div>
      <Box
        side="server"
        label={t('where.server')}
        words={server}
        holds={where !== null && serverHolds(strategy, where)}
      />
    </div>
  )
}

interface BoxProps {
  side: string
  label: string
  words: Words
  holds: Holds
}

function Box({ side, label, words, holds }: BoxProps) {
  const look = ['box', `at-${side}`, words.gone ? 'gone' : holds].filter(Boolean).join(' ')
  return (
    <div className={look}>
      <span className="label">{label}</span>
      <b>
        {words.gone && <s>{words.gone}</s>}
        <span>{` ${words.title}`}</span>
      </b>
      <small>{words.detail}</small>
    </div>
  )
}

/** As the lane's glyph says: of the JWT lane the server has half, the cart's row and the right to renew. */
function serverHolds(strategy: StrategyName, { server }: Where): Holds {
  if (strategy === 'session') return server.sessions > 0 && 'holds'
  return strategy === 'jwt' && server.carts + server.families > 0 && 'holds-half'
}

/** How many sign-ins the desk ended in this lane and when, while that is the news. */
function useTaken(strategy: StrategyName): { ended: number; ago: string } | null {
  const { verdict, act, now } = useVerdict(strategy)
  const locale = useLocale()
  const lane = act?.lanes[strategy]
  if (!act || !lane?.reached || lane.ended === 0 || verdict.kind === 'none') return null
  return { ended: lane.ended, ago: spoken(Math.max(0, (now - Date.parse(act.sandboxAt)) / 1000), locale) }
}

function browserWords(t: Say, strategy: StrategyName, { browser }: Where): Words {
  if (browser.tokens === 0) return { title: t('where.nothing'), detail: '' }
  const sizes = [
    browser.memoryBytes > 0 && t('where.memory', { n: browser.memoryBytes }),
    browser.storageBytes > 0 && t('where.storage', { n: browser.storageBytes }),
    browser.cookieBytes > 0 && t(cookieKey(strategy, browser.form), { n: browser.cookieBytes }),
  ]
  return {
    title: t(`where.holds.${strategy}`, { n: browser.tokens }),
    detail: sizes.filter(Boolean).join(', '),
  }
}

function cookieKey(strategy: StrategyName, form: Where['browser']['form']): string {
  const told = strategy === 'cookie' && (form === 'sealed' || form === 'signed' || form === 'plain')
  return told ? `where.${form}` : 'where.cookie'
}

function serverWords(
  t: Say,
  strategy: StrategyName,
  where: Where | null,
  taken: ReturnType<typeof useTaken>,
): Words {
  if (strategy === 'cookie') return keyWords(t, where)
  const rows = strategy === 'session' ? (where?.server.sessions ?? 0) : (where?.server.families ?? 0)
  const carts = where?.server.carts ? t('where.cart-rows', { n: where.server.carts }) : ''
  const counted = strategy === 'session' ? 'where.rows' : 'where.families'
  if (taken) {
    const title = t(strategy === 'session' ? 'where.deleted' : 'where.revoked')
    const detail = [t('where.ago', { time: taken.ago }), carts].filter(Boolean).join(', ')
    return { gone: t(counted, { n: taken.ended }), title, detail }
  }
  if (rows === 0) return { title: carts || t('where.no-row-yet'), detail: '' }
  const detail =
    strategy === 'session'
      ? t(where?.server.rawIds ? 'where.row-detail-raw' : 'where.row-detail')
      : carts || t('where.family-detail')
  return { title: t(counted, { n: rows }), detail }
}

/** A plain cookie needs no key; a number by customer is a row. */
function keyWords(t: Say, where: Where | null): Words {
  const numbers = where?.server.generations ?? 0
  const detail = numbers > 0 ? t('where.generations', { n: numbers }) : t('where.no-rows')
  return { title: t(where?.browser.form === 'plain' ? 'where.no-key' : 'where.key'), detail }
}
