'use client'
import { VisibleText } from '@/app/_ui/visible-text'
// Reads a line in the page, as a browser would.
import { octetsOf } from '@/lib/codec/pasted'
import { type CookieAttribute, readSetCookie } from '@/lib/cookies/set-cookie'
import { useText } from '@/lib/i18n/client'
import { Opened, Parts } from './parts'
import { SetCookieExpected } from './set-cookie-expected'

export function SetCookieRead({ line }: { line: string }) {
  const t = useText('bench')
  const { name, value, octets, attributes } = readSetCookie(line, octetsOf)
  return (
    <Opened title={t('cookie.title')}>
      <Parts caption={t('cookie.title')} heads={[t('opened.name'), t('opened.value'), t('cookie.means')]}>
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
      </Parts>
      <SetCookieExpected line={line} />
    </Opened>
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
