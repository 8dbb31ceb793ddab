/** What browser, wire and server hold, in words: short for the eye, whole for the ear. */
import type { Text } from '@/lib/i18n/client'
import type { Where } from '@/lib/reading/stored/where-of'
import type { StrategyName } from '@/lib/strategies/strategy'

export interface HoldWords {
  title: string
  /** Beside the label, where there is room for little. */
  short: string
  detail: string
  /** What was there and was taken away. */
  gone?: string
}

/** How many sign-ins the desk ended in this lane, and when. */
export interface TakenSignIns {
  ended: number
  ago: string
}

const NOTHING = { short: '', detail: '' }

/** null: not known yet. */
export function browserWords(t: Text, strategy: StrategyName, where: Where | null): HoldWords {
  if (!where || where.browser.tokens === 0) return { title: t('where.nothing'), ...NOTHING }
  const { form, tokens, memoryBytes, storageBytes, cookieBytes } = where.browser
  const sizes = [
    memoryBytes > 0 && t('where.memory', { n: memoryBytes }),
    storageBytes > 0 && t('where.storage', { n: storageBytes }),
    cookieBytes > 0 && t(cookieKey(strategy, form), { n: cookieBytes }),
  ]
  return {
    title: t(`where.holds.${strategy}`, { n: tokens }),
    short: t('where.bytes', { n: memoryBytes + storageBytes + cookieBytes }),
    detail: sizes.filter(Boolean).join(', '),
  }
}

function cookieKey(strategy: StrategyName, form: Where['browser']['form']): string {
  const told = strategy === 'cookie' && (form === 'sealed' || form === 'signed' || form === 'plain')
  return told ? `where.${form}` : 'where.cookie'
}

export function serverWords(
  t: Text,
  strategy: StrategyName,
  where: Where | null,
  taken: TakenSignIns | null,
): HoldWords {
  if (strategy === 'cookie') return keyWords(t, where)
  const carts = where?.server.carts ? t('where.cart-rows', { n: where.server.carts }) : ''
  const counted = strategy === 'session' ? 'where.rows' : 'where.families'
  if (taken) {
    const title = t(strategy === 'session' ? 'where.deleted' : 'where.revoked')
    const ago = t('where.ago', { time: taken.ago })
    const detail = [ago, carts].filter(Boolean).join(', ')
    return { gone: t(counted, { n: taken.ended }), title, short: ago, detail }
  }
  const rows = rowsOf(strategy, where)
  if (rows === 0) return { title: carts || t('where.no-row-yet'), ...NOTHING }
  const inRow = t(where?.server.rawIds ? 'where.row-detail-raw' : 'where.row-detail')
  const detail = strategy === 'session' ? inRow : carts || t('where.family-detail')
  const title = whose(t, t(counted, { n: rows }), rows, where)
  return { title, short: strategy === 'jwt' ? carts : '', detail }
}

const rowsOf = (strategy: StrategyName, where: Where | null) =>
  (strategy === 'session' ? where?.server.sessions : where?.server.families) ?? 0

/** A row that was made for another device is not of the one in hand. */
function whose(t: Text, rows: string, n: number, where: Where | null): string {
  const elsewhere = where?.server.elsewhere ?? []
  const [first] = elsewhere
  if (!first) return rows
  const device = new Set(elsewhere).size > 1 ? t('where.device.others') : t(`where.device.${first}`)
  return t(elsewhere.length === n ? 'where.of' : 'where.partly-of', { rows, device, n: elsewhere.length })
}

/** A plain cookie needs no key; a number by customer is a row. */
function keyWords(t: Text, where: Where | null): HoldWords {
  const numbers = where?.server.generations ?? 0
  const rows = numbers > 0 ? t('where.generations', { n: numbers }) : t('where.no-rows')
  const key = t(where?.browser.form === 'plain' ? 'where.no-key' : 'where.key')
  return { title: `${key}, ${rows}`, ...NOTHING }
}
