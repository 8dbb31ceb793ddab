'use client'
import { Icon } from '@/app/_ui/icon'
// Below the request head.
import { useText } from '@/lib/i18n/client'
import { fromBrowser, type UnsentCookie } from '@/lib/reading/browser/browser-jar'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ExchangeLink } from '../exchange-link'
import { useUnsent } from './around'

/** Cookies that this browser has, as far as the server knows, and that did not come along. Those of another Path are folded. */
export function Unsent({ exchange }: { exchange: Exchange }) {
  const t = useText('inspector')
  const unsent = useUnsent(exchange)
  const elsewhere = unsent.filter(({ because }) => because === 'path')
  const here = unsent.filter(({ because }) => because !== 'path')
  // Set by the opening of the sandbox, not by the shop.
  const isOwn = elsewhere.every(({ cookie }) => cookie.setBy === null)
  if (!fromBrowser(exchange))
    return <p className="bg-sunk px-3.75 pb-2.5 text-12 text-ink-2">{t('unsent.noBrowser')}</p>
  return (
    <section className="bg-sunk pt-1 pr-3 pb-2.5 pl-3.75 text-12 text-ink-2" aria-label={t('unsent.title')}>
      <h3 className="font-semibold">{t('unsent.title')}</h3>
      {unsent.length === 0 && <p>{t('unsent.none')}</p>}
      <List of={here} />
      {elsewhere.length > 0 && (
        <details className="group">
          <summary className="flex min-h-6 list-none items-center gap-1.5 max-tablet:min-h-10 [&::-webkit-details-marker]:hidden">
            <Icon name="chevron" className="size-3 stroke-[1.5] group-open:rotate-90" />
            <span>{t(isOwn ? 'unsent.elsewhereOwn' : 'unsent.elsewhere', { count: elsewhere.length })}</span>
          </summary>
          <List of={elsewhere} />
        </details>
      )}
      <p className="text-ink-3">{t('unsent.limit')}</p>
    </section>
  )
}

function List({ of }: { of: UnsentCookie[] }) {
  const t = useText('inspector')
  if (of.length === 0) return null
  return (
    <ul>
      {of.map(({ cookie, because, by }) => (
        <li
          key={`${cookie.name} ${cookie.path}`}
          className="py-0.5 pl-[2ch] wrap-anywhere"
          data-because={because}
        >
          <b className="font-mono font-semibold text-ink" lang="en" translate="no">
            {cookie.name}
          </b>{' '}
          <span className="font-mono" lang="en" translate="no">{`Path=${cookie.path}`}</span>
          <span className="block">
            <span>{`${t(`unsent.because.${because}`, { sameSite: cookie.sameSite })} `}</span>
            {by !== null && <ExchangeLink seq={by} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
