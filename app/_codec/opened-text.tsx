'use client'
import { VisibleText } from '@/app/_ui/visible-text'
import { visible } from '@/lib/codec/hidden-characters'
import { useLocale, useText } from '@/lib/i18n/client'
import { type OpenPart, openCredential } from '@/lib/reading/credential/open-credential'
// Opened in the page: the text goes nowhere.
import { dayAndTime } from '@/lib/reading/format'
import { Opened, Parts } from './parts'

/** What a credential is made of, as far as anybody sees who holds it. Decoded, never verified. */
export function OpenedText({ text }: { text: string }) {
  const t = useText('bench')
  const { form, parts } = openCredential(text)
  return (
    <Opened title={t(`opened.${form}.title`)}>
      <p>{t(`opened.${form}.says`)}</p>
      {parts.length > 0 && (
        <Parts caption={t('opened.caption')} heads={[t('opened.part'), t('opened.name'), t('opened.value')]}>
          {parts.map((part, i) => (
            <Part key={`${i}/${part.name}`} part={part} />
          ))}
        </Parts>
      )}
    </Opened>
  )
}

function Part({ part }: { part: OpenPart }) {
  const t = useText('bench')
  const inspector = useText('inspector')
  const locale = useLocale()
  const { group, name, value, octets, time, repeated, repeatedWithin = [] } = part
  return (
    <tr>
      <td>{t(`opened.group.${group}`)}</td>
      <th scope="row" lang="en">
        <VisibleText text={name} />
      </th>
      <td>
        <code lang="en">{value === '' ? '–' : <VisibleText text={value} />}</code>
        {time?.kind === 'date' && <small>{dayAndTime(time.seconds * 1000, locale)}</small>}
        {time && time.kind !== 'date' && <small>{inspector(`time.${time.kind}`)}</small>}
        {repeated && <small>{inspector('opened.repeated')}</small>}
        {repeatedWithin.length > 0 && (
          <small>{inspector('opened.repeatedWithin', { names: visible(repeatedWithin.join(', ')) })}</small>
        )}
        {octets !== undefined && <small>{t('opened.octets', { n: octets })}</small>}
      </td>
    </tr>
  )
}
