'use client'
import { VisibleText } from '@/app/_ui/visible-text'
// Reads a line in the page, as a browser would.
import { octetsOf } from '@/lib/codec/pasted'
import { type CookieAttribute, readSetCookie } from '@/lib/cookies/set-cookie'
import { useText } from '@/lib/i18n/client'
import { SetCookieExpected } from './set-cookie-expected'

export function SetCookieRead({ line }: { line: string }) {
  const t = useText('bench')
  const { name, value, octets, attributes } = readSetCookie(line, octetsOf)
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
              <Written text={name} />
            </th>
            <td>
              <code lang="en">
                <Written text={value} />
              </code>
            </td>
            <td>{t('cookie.pair', { n: octets })}</td>
          </tr>
          {attributes.map((attribute, i) => (
            <Attribute key={`${i}/${attribute.name}`} attribute={attribute} />
          ))}
        </tbody>
      </table>
      <SetCookieExpected line={line} />
    </section>
  )
}

const Written = ({ text }: { text: string }) => (text === '' ? <span>–</span> : <VisibleText text={text} />)

function Attribute({ attribute }: { attribute: CookieAttribute }) {
  const t = useText('bench')
  const { name, value, known, ignored, overridden } = attribute
  return (
    <tr>
      <th scope="row" lang="en">
        <Written text={name} />
      </th>
      <td>
        <code lang="en">
          <Written text={value} />
        </code>
      </td>
      <td>
        <span>{t(known ? `cookie.attribute.${known}` : 'cookie.unknown')}</span>
        {ignored && ignored !== 'unknown' && <small>{t(`cookie.ignored.${ignored}`)}</small>}
        {overridden && <small>{t('cookie.overridden')}</small>}
      </td>
    </tr>
  )
}
