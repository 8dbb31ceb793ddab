'use client'
// A thing that was changed: the old line struck, the new one beneath, each with its word.
import { VisibleText } from '@/app/_ui/visible-text'
import { useLocale, useText } from '@/lib/i18n/client'
import { shortId, type ThingChange } from '@/lib/reading/evidence/changes'
import { clockTime } from '@/lib/reading/format'
import type { Artifact, Field } from '@/lib/trace/model/artifact'
import { ArtifactTitle } from '../artifact-title'
import { Line } from './row'

export function ThingLines({ thing }: { thing: ThingChange }) {
  const t = useText('evidence')
  const { mark, artifact, was, now } = thing
  const kind = artifact.place === 'row' || artifact.place === 'key' ? artifact.place : 'value'
  const word = (name: 'was' | 'now' | 'new') => ({ text: t(`word.${name}`) })
  return (
    <>
      {mark !== 'added' && (
        <Line look="gone" end={word('was')}>
          <s>
            <Fields artifact={artifact} fields={was} />
          </s>
        </Line>
      )}
      {mark === 'removed' ? (
        <Line look="differs">
          <span className="font-sans">{t(`gone.${kind}`)}</span>
        </Line>
      ) : (
        <Line look="differs" end={word(mark === 'added' ? 'new' : 'now')}>
          <Fields artifact={artifact} fields={now} />
        </Line>
      )}
    </>
  )
}

/** "Session a41f… userId mina cart {"apple":1}", as it lies there. */
function Fields({ artifact, fields }: { artifact: Artifact; fields: readonly Field[] }) {
  const id = shortId(artifact)
  return (
    <span>
      <ArtifactTitle artifact={artifact} />
      {id && <span lang="en" translate="no">{` ${id}`}</span>}
      {fields.map((field) => (
        <span key={field.name} lang="en" translate="no">
          {' '}
          <span className="font-normal text-ink-2">
            <VisibleText text={field.name} />
          </span>{' '}
          <Value text={field.value} />
        </span>
      ))}
    </span>
  )
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A time as the clock above shows it. */
function Value({ text }: { text: string }) {
  const locale = useLocale()
  return TIME.test(text) ? (
    <time dateTime={text}>{clockTime(text, locale)}</time>
  ) : (
    <VisibleText text={text} />
  )
}
