'use client'
import { Icon } from '@/app/_ui/icon'
// Below a Set-Cookie line: it changes when a later request shows what the browser did.
import type { Expectation } from '@/lib/cookies/storage-model'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { fromBrowser } from '@/lib/reading/browser/browser-jar'
import { dayAndTime } from '@/lib/reading/format'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ExchangeLink } from '../exchange-link'
import { useSetOutcome } from './around'

/** What a browser is expected to do with this line, and whether it was seen to. */
export function SetOutcome({ exchange, index }: { exchange: Exchange; index: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const outcome = useSetOutcome(exchange, index)
  if (!outcome) return null
  const { expected, replaces, seen } = outcome
  return (
    <span className={`setout ${seen.kind}`} lang={locale}>
      <span>
        <span>{`${t('set.expected')} ${whatOf(t, expected, locale)}`}</span>
        {replaces !== null && expected.kind === 'stored' && (
          <>
            <span>{` ${t('set.replaces')} `}</span>
            <ExchangeLink seq={replaces} />
          </>
        )}
      </span>
      {fromBrowser(exchange) ? (
        <span>
          {seen.kind === 'confirmed' && <Icon name="check" />}
          {seen.kind === 'contradicted' && <Icon name="cross" />}
          <b>{`${t(`set.seen.${seen.kind}`)} `}</b>
          {'seq' in seen && <ExchangeLink seq={seen.seq} />}
        </span>
      ) : (
        <span>{t('set.noBrowser')}</span>
      )}
    </span>
  )
}

function whatOf(t: Text, { kind, because, keptUntil, capped }: Expectation, locale: string): string {
  if (kind === 'refused') return t('set.refused', { why: t(`expect.${because}`) })
  if (kind === 'deleted') return t('set.deleted')
  const until =
    keptUntil === null ? t('set.session') : t('set.until', { time: dayAndTime(keptUntil, locale) })
  return capped ? `${until} ${t('set.capped')}` : until
}
