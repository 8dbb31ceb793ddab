'use client'
import { attributesIn, type CookieAttribute, pairIn } from '@/lib/codec-bench/pasted'
// Reads a line in the page, as a browser would.
import { useLocale, useText } from '@/lib/i18n/client'
import { type Expectation, expectationOf } from '../_inspector/expectation'
import { dayAndTime } from '../_inspector/figures'
import { citation, cookies } from '../_ui/sources'

const STORAGE_MODEL = cookies('5.7')

export function SetCookieRead({ line }: { line: string }) {
  const t = useText('bench')
  const { name, value } = pairIn(line)
  const attributes = attributesIn(line)
  return (
    <section className="opened" aria-label={t('cookie.title')}>
      <h3>{t('cookie.title')}</h3>
      <table>
        <caption className="vh">{t('cookie.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('opened.name')}</th>
            <th scope="col">{t('opened.value')}</th>
            <th scope="col">{t('cookie.means')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" lang="en">
              {name || '–'}
            </th>
            <td>
              <code lang="en">{value || '–'}</code>
            </td>
            <td>{t('cookie.pair', { n: name.length + value.length })}</td>
          </tr>
          {attributes.map((attribute, i) => (
            <Attribute key={`${i}/${attribute.name}`} attribute={attribute} />
          ))}
        </tbody>
      </table>
      <Expected expected={expectationOf(line, aroundOf(attributes))} />
    </section>
  )
}

function Attribute({ attribute }: { attribute: CookieAttribute }) {
  const t = useText('bench')
  const { name, value, known, overridden } = attribute
  return (
    <tr>
      <th scope="row" lang="en">
        {name}
      </th>
      <td>
        <code lang="en">{value || '–'}</code>
      </td>
      <td>
        {t(known ? `cookie.attribute.${known}` : 'cookie.unknown')}
        {overridden && <small>{t('cookie.overridden')}</small>}
      </td>
    </tr>
  )
}

/** As if an https page of that very domain had sent it, in answer to a request for "/". */
function aroundOf(attributes: readonly CookieAttribute[]) {
  const domain = attributes.findLast(({ known }) => known === 'domain')?.value.replace(/^\./, '')
  return {
    host: domain || 'shop.example',
    secureOrigin: true,
    crossSite: false,
    requestPath: '/',
    now: Date.now(),
  }
}

function Expected({ expected }: { expected: Expectation }) {
  const t = useText('bench')
  const inspector = useText('inspector')
  const sources = useText('sources')
  const locale = useLocale()
  const { kind, because, keptUntil, capped, path, sameSite } = expected
  return (
    <div className="expected">
      <h4>{t('cookie.expected')}</h4>
      <p>
        <b>{t(`cookie.${kind}`)}</b> {because && inspector(`expect.${because}`)}
        {kind === 'stored' &&
          t('cookie.until', {
            kept: keptUntil === null ? 'session' : 'date',
            date: keptUntil === null ? '' : dayAndTime(keptUntil, locale),
          })}
        {kind === 'stored' && capped && ` ${t('cookie.capped')}`}
      </p>
      {kind === 'stored' && <p>{t('cookie.sent', { path, sameSite })}</p>}
      <p className="dim">
        {t('cookie.assumed')} <a href={STORAGE_MODEL.href}>{citation(sources, STORAGE_MODEL)}</a>
      </p>
    </div>
  )
}
