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
  if (!fromBrowser(exchange)) return <p className="unsent none">{t('unsent.noBrowser')}</p>
  return (
    <section className="unsent" aria-label={t('unsent.title')}>
      <h3>{t('unsent.title')}</h3>
      {unsent.length === 0 && <p>{t('unsent.none')}</p>}
      <List of={here} />
      {elsewhere.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron" />
            <span>{t(isOwn ? 'unsent.elsewhereOwn' : 'unsent.elsewhere', { count: elsewhere.length })}</span>
          </summary>
          <List of={elsewhere} />
        </details>
      )}
      <p className="dim">{t('unsent.limit')}</p>
    </section>
  )
}

function List({ of }: { of: UnsentCookie[] }) {
  const t = useText('inspector')
  if (of.length === 0) return null
  return (
    <ul>
      {of.map(({ cookie, because, by }) => (
        <li key={`${cookie.name} ${cookie.path}`} data-because={because}>
          <b lang="en">{cookie.name}</b> <span lang="en">{`Path=${cookie.path}`}</span>
          <span>
            <span>{`${t(`unsent.because.${because}`, { sameSite: cookie.sameSite })} `}</span>
            {by !== null && <ExchangeLink seq={by} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
