'use client'
// Opened on a click, in the page: the text goes nowhere.
import { useState } from 'react'
import { VisibleText } from '@/app/_ui/visible-text'
import { visible } from '@/lib/codec/hidden-characters'
import { useLocale, useText } from '@/lib/i18n/client'
import { type OpenPart, openCredential } from '@/lib/reading/credential/open-credential'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Note } from '../notes/note'
import { JwtChecks } from './jwt-check-list'
import { PartTime } from './part-time'

interface OpenedProps {
  text: string
  exchange: Exchange
  /** It came with the request: then the server's checks can be told. */
  presented: boolean
}

/** What a credential is made of. Decoded, which anybody can; verified is what the server does, below. */
export function OpenedCredential({ text, exchange, presented }: OpenedProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const { form, parts } = openCredential(text)
  const groups = [...new Set(parts.map(({ group }) => group))]
  return (
    <section className="opened" lang={locale} aria-label={t(`opened.${form}.title`)}>
      <h3>{t(`opened.${form}.title`)}</h3>
      <p>{t(`opened.${form}.says`, { length: text.length })}</p>
      {groups.map((group) => (
        <Group key={group} name={group} parts={parts.filter((part) => part.group === group)} form={form} />
      ))}
      {form === 'jwt' && presented && <JwtChecks token={text} exchange={exchange} />}
    </section>
  )
}

function Group({ name, parts, form }: { name: string; parts: OpenPart[]; form: string }) {
  const t = useText('inspector')
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <h4>{t(`opened.group.${name}`)}</h4>
      <dl className="parts">
        {parts.map((part, i) => (
          <Part
            key={`${i}/${part.name}`}
            part={part}
            readable={form !== 'seal'}
            open={open === i}
            setOpen={(is) => setOpen(is ? i : null)}
          />
        ))}
      </dl>
    </>
  )
}

interface PartProps {
  part: OpenPart
  readable: boolean
  open: boolean
  setOpen(is: boolean): void
}

function Part({ part, readable, open, setOpen }: PartProps) {
  const t = useText('inspector')
  const { name, value, kind, time, octets, repeated, repeatedWithin = [] } = part
  return (
    <div>
      <dt lang="en">
        <button type="button" className="at" aria-expanded={open} onClick={() => setOpen(!open)}>
          <VisibleText text={name} />
        </button>
      </dt>
      <dd>
        <span className="v" lang="en">
          {value === '' ? (
            t(name === 'expiration' ? 'opened.emptyExpiration' : 'opened.empty')
          ) : (
            <VisibleText text={value} />
          )}
        </span>
        {time && <PartTime time={time} />}
        {repeated && <small>{t('opened.repeated')}</small>}
        {repeatedWithin.length > 0 && (
          <small>{t('opened.repeatedWithin', { names: visible(repeatedWithin.join(', ')) })}</small>
        )}
        {kind && <small>{t(`opened.kind.${kind}`)}</small>}
        {octets !== undefined && <small>{t('opened.octets', { octets })}</small>}
      </dd>
      {open && (
        <dd className="noted">
          <Note
            slug={part.note}
            word={visible(name)}
            seen={readable || name !== 'encrypted' ? 'holder' : 'key'}
            close={() => setOpen(false)}
          />
        </dd>
      )}
    </div>
  )
}
