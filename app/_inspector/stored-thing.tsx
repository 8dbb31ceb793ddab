'use client'
// Part of the Stored view: one artifact, its value hidden until asked for.
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import type { Artifact, Field } from '@/lib/trace/artifact'
import type { Exchange } from '@/lib/trace/exchange'
import { artifactLine, artifactName } from './artifact-words'
import type { ArtifactDiff, Mark } from './diff'
import { clockTime } from './figures'
import { Secret } from './secret'

/** One artifact: a title, then a line for its value, its end and each thing in it, each marked on its own. */
export function StoredThing({ thing }: { thing: ArtifactDiff }) {
  const t = useText('inspector')
  const { before, after } = thing
  const artifact = (after ?? before)!
  return (
    <div className={`thing ${thing.mark}`}>
      <p className="ttl">
        <b lang="en">{artifactName(t, artifact)}</b> {artifactLine(t, artifact)}
        {artifact.ended && <span className="here">{t('stored.ended')}</span>}
      </p>
      <ul className="lines">
        <ValueLines thing={thing} />
        {artifact.attributes && <AttributeLine artifact={artifact} mark={wholeMark(thing)} />}
        {artifact.place !== 'key' && <EndLines thing={thing} />}
        {thing.fields.map((field) => (
          <Pair
            key={field.name}
            mark={field.mark}
            before={field.before}
            after={field.after}
            draw={fieldLine}
          />
        ))}
      </ul>
    </div>
  )
}

/** A line that is as old as its artifact: new with it, gone with it, else unchanged. */
const wholeMark = ({ mark }: ArtifactDiff): Mark => (mark === 'changed' ? 'same' : mark)
const partMark = (thing: ArtifactDiff, changed: boolean): Mark =>
  thing.mark === 'changed' && changed ? 'changed' : wholeMark(thing)

const fieldLine = (field: Field) => (
  <>
    <span className="k">{field.name} </span>
    <span className="v">{field.value}</span>
    {field.form && <FormWord form={field.form} />}
  </>
)

function FormWord({ form }: { form: string }) {
  const t = useText('inspector')
  return <em className="form"> {t(`form.${form}`)}</em>
}

function ValueLines({ thing }: { thing: ArtifactDiff }) {
  const t = useText('inspector')
  if (![thing.before, thing.after].some((artifact) => artifact?.value != null)) return null
  const draw = (artifact: Artifact, when: 'before' | 'after') => (
    <>
      <span className="k">{t('stored.value')} </span>
      <Secret
        id={`${when}.${thing.id}`}
        name={artifact.name}
        text={artifact.value ?? ''}
        real={(whole: Exchange) => whole.stored[when].find(({ id }) => id === thing.id)?.value}
      />
    </>
  )
  return (
    <Pair mark={partMark(thing, thing.valueChanged)} before={thing.before} after={thing.after} draw={draw} />
  )
}

function EndLines({ thing }: { thing: ArtifactDiff }) {
  const t = useText('inspector')
  const locale = useLocale()
  const draw = ({ expiresAt }: Artifact) => (
    <>
      <span className="k">{t('stored.ends')} </span>
      <span className="v">{expiresAt ? clockTime(expiresAt, locale) : t('stored.noEnd')}</span>
    </>
  )
  return (
    <Pair mark={partMark(thing, thing.expiryChanged)} before={thing.before} after={thing.after} draw={draw} />
  )
}

function AttributeLine({ artifact, mark }: { artifact: Artifact; mark: Mark }) {
  const { path, httpOnly, secure, sameSite } = artifact.attributes!
  const words = [`Path=${path}`, httpOnly && 'HttpOnly', secure && 'Secure', `SameSite=${sameSite}`]
  return (
    <Line mark={mark}>
      <span className="v">{words.filter(Boolean).join('; ')}</span>
    </Line>
  )
}

interface PairProps<T> {
  mark: Mark
  before: T | null
  after: T | null
  draw(item: T, when: 'before' | 'after'): ReactNode
}

/** Changed: the old line struck, the new one beneath. */
function Pair<T>({ mark, before, after, draw }: PairProps<T>) {
  return (
    <>
      {before !== null && (mark === 'removed' || mark === 'changed') && (
        <Line mark="removed">{draw(before, 'before')}</Line>
      )}
      {after !== null && <Line mark={mark === 'changed' ? 'added' : mark}>{draw(after, 'after')}</Line>}
    </>
  )
}

const SIGNS = { added: '+', removed: '−', same: '', changed: '' } as const
const CLASSES = { added: 'd add', removed: 'd del', same: 'd', changed: 'd' } as const

function Line({ mark, children }: { mark: Mark; children: ReactNode }) {
  const t = useText('inspector')
  return (
    <li className={CLASSES[mark]}>
      <span className="x" aria-hidden="true">
        {SIGNS[mark]}
      </span>
      <span className="t">
        {SIGNS[mark] && <span className="vh">{t(`stored.mark.${mark}`)} </span>}
        {children}
      </span>
    </li>
  )
}
