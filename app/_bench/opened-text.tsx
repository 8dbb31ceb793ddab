'use client'
import { useLocale, useText } from '@/lib/i18n/client'
// Opened in the page: the text goes nowhere.
import { dayAndTime } from '../_inspector/figures'
import { type OpenPart, openCredential } from '../_inspector/open-credential'

/** What a credential is made of, as far as anybody sees who holds it. Decoded, never verified. */
export function OpenedText({ text }: { text: string }) {
  const t = useText('bench')
  const { form, parts } = openCredential(text)
  return (
    <section className="opened" aria-label={t(`opened.${form}.title`)}>
      <h3>{t(`opened.${form}.title`)}</h3>
      <p>{t(`opened.${form}.says`)}</p>
      {parts.length > 0 && (
        <table>
          <caption className="vh">{t('opened.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('opened.part')}</th>
              <th scope="col">{t('opened.name')}</th>
              <th scope="col">{t('opened.value')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <Part key={`${part.group}/${part.name}`} part={part} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Part({ part: { group, name, value, octets, time } }: { part: OpenPart }) {
  const t = useText('bench')
  const locale = useLocale()
  return (
    <tr>
      <td>{t(`opened.group.${group}`)}</td>
      <th scope="row" lang="en">
        {name}
      </th>
      <td>
        <code lang="en">{value === '' ? '–' : value}</code>
        {time !== undefined && <small>{dayAndTime(time * 1000, locale)}</small>}
        {octets !== undefined && <small>{t('opened.octets', { n: octets })}</small>}
      </td>
    </tr>
  )
}
