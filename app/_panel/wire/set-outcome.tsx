'use client'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
// Below a Set-Cookie line: it changes when a later request shows what the browser did.
import type { Expectation } from '@/lib/cookies/storage-model'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { fromBrowser } from '@/lib/reading/browser/browser-jar'
import type { SetOutcome as Outcome } from '@/lib/reading/browser/outcome-of-set'
import { dayAndTime } from '@/lib/reading/format'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ExchangeLink } from '../exchange-link'
import { useSetOutcome } from './around'

const SIGN = 'mr-1 size-3 stroke-2 align-[-0.0625rem]'

/** What was seen has a solid line. */
const LOOKS: Record<Outcome['seen']['kind'], string> = {
  'not-yet': 'border-l-2 border-dashed border-line-strong',
  superseded: 'border-l-2 border-dashed border-line-strong',
  confirmed: 'border-l-2 border-ink',
  contradicted: 'border-l-4 border-ink',
}

/** What a browser is expected to do with this line, and whether it was seen to. */
export function SetOutcome({ exchange, index }: { exchange: Exchange; index: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  const outcome = useSetOutcome(exchange, index)
  if (!outcome) return null
  const { expected, replaces, seen } = outcome
  return (
    <span
      className={cx(
        'my-1 ml-[2ch] block px-2.5 py-0.5 font-sans text-12 leading-ui text-ink-2',
        LOOKS[seen.kind],
      )}
    >
      <span className="block">
        <span>{`${t('set.expected')} ${whatOf(t, expected, locale)}`}</span>
        {replaces !== null && expected.kind === 'stored' && (
          <>
            <span>{` ${t('set.replaces')} `}</span>
            <ExchangeLink seq={replaces} />
          </>
        )}
      </span>
      {fromBrowser(exchange) ? (
        <span className="block">
          {seen.kind === 'confirmed' && <Icon name="check" className={SIGN} />}
          {seen.kind === 'contradicted' && <Icon name="cross" className={SIGN} />}
          <b>{`${t(`set.seen.${seen.kind}`)} `}</b>
          {'seq' in seen && <ExchangeLink seq={seen.seq} />}
        </span>
      ) : (
        <span className="block">{t('set.noBrowser')}</span>
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
