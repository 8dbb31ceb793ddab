'use client'
// Opened on a click, in the page: the text goes nowhere.
import { VisibleText } from '@/app/_ui/visible-text'
import { visible } from '@/lib/codec/hidden-characters'
import { useText } from '@/lib/i18n/client'
import { type OpenPart, openCredential } from '@/lib/reading/credential/open-credential'
import type { Exchange } from '@/lib/trace/model/exchange'
import { Note } from '../notes/note'
import { useNotePlace } from '../notes/open-note'
import { WordButton } from '../notes/word-button'
import { GroupTitle } from './group-title'
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
  const { form, parts } = openCredential(text)
  const groups = [...new Set(parts.map(({ group }) => group))]
  return (
    <section
      className="my-2 rounded-2 border border-line-strong bg-surface px-3.5 pt-2.5 pb-3 font-sans text-13 leading-ui font-normal whitespace-normal text-ink-2 indent-0"
      aria-label={t(`opened.${form}.title`)}
    >
      <p className="font-semibold text-ink">{t(`opened.${form}.title`)}</p>
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
  const { word, toggle, close } = useNotePlace()
  return (
    <>
      <GroupTitle text={t(`opened.group.${name}`)} />
      <dl className="mt-0.5" aria-label={t(`opened.group.${name}`)}>
        {parts.map((part, i) => (
          <Part
            key={`${i}/${part.name}`}
            part={part}
            readable={form !== 'seal'}
            open={word === `${i}`}
            toggle={() => toggle(`${i}`)}
            close={close}
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
  toggle(): void
  close(): void
}

function Part({ part, readable, open, toggle, close }: PartProps) {
  const { name, note } = part
  return (
    <div className="grid grid-cols-[minmax(4.5rem,20%)_minmax(0,1fr)] gap-x-2.5 border-t border-line py-0.5">
      <dt className="py-0.5 font-mono text-ink">
        <WordButton className="min-h-6" aria-expanded={open} onClick={toggle}>
          <VisibleText text={name} />
        </WordButton>
      </dt>
      <PartValue part={part} />
      {open && (
        <dd className="col-span-full">
          <Note
            slug={note}
            word={visible(name)}
            seen={readable || name !== 'encrypted' ? 'holder' : 'key'}
            close={close}
          />
        </dd>
      )}
    </div>
  )
}

function PartValue({ part }: { part: OpenPart }) {
  const t = useText('inspector')
  const { name, value, kind, time, octets, repeated, repeatedWithin = [] } = part
  return (
    <dd className="min-w-0 py-0.5">
      {value === '' ? (
        <span>{t(name === 'expiration' ? 'opened.emptyExpiration' : 'opened.empty')}</span>
      ) : (
        <span className="font-mono wrap-anywhere text-ink" lang="en" translate="no">
          <VisibleText text={value} />
        </span>
      )}
      {time && <PartTime time={time} />}
      {repeated && <Small text={t('opened.repeated')} />}
      {repeatedWithin.length > 0 && (
        <Small text={t('opened.repeatedWithin', { names: visible(repeatedWithin.join(', ')) })} />
      )}
      {kind && <Small text={t(`opened.kind.${kind}`)} />}
      {octets !== undefined && <Small text={t('opened.octets', { octets })} />}
    </dd>
  )
}

const Small = ({ text }: { text: string }) => <small className="block text-12 text-ink-3">{text}</small>
