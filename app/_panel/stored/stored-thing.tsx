'use client'
// Part of the Stored view: one artifact, its value hidden until asked for.
import type { ReactNode } from 'react'
import { VisibleText } from '@/app/_ui/visible-text'
import { useText } from '@/lib/i18n/client'
import { type ArtifactDiff, type Mark, partMark, wholeMark } from '@/lib/reading/stored/diff'
import { endsByIdle, isEndedRow, isLeftOver } from '@/lib/reading/stored/ends'
import { isClockTurned } from '@/lib/reading/timeline/clock-turned'
import { whyHidden } from '@/lib/reading/wire/why-hidden'
import type { Artifact, Field } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { OpenedCredential } from '../credential/opened-credential'
import { Secret } from '../credential/secret'
import { storedId } from '../places'
import { artifactLine, artifactName, attributeWords } from './artifact-words'
import { EndedRow, KeptUntil, StillKept, StoredEnd } from './stored-end'

interface ThingProps {
  thing: ArtifactDiff
  exchange: Exchange
}

/** One artifact: a title, then a line for its value, its end and each thing in it, each marked on its own. */
export function StoredThing({ thing, exchange }: ThingProps) {
  const t = useText('inspector')
  const { before, after, mark } = thing
  const artifact = (after ?? before)!
  return (
    <div className={`thing ${mark}`} id={storedId(exchange.id, artifact.id)} tabIndex={-1}>
      <p className="ttl">
        <b lang="en">{artifactName(t, artifact)}</b>
        <span>{` ${artifactLine(t, artifact)}`}</span>
        {mark !== 'same' && <span className="here">{t(`stored.thing.${mark}`)}</span>}
        {artifact.ended && <span className="here">{t('stored.ended')}</span>}
      </p>
      <ul className="lines">
        <ValueLines thing={thing} exchange={exchange} />
        {artifact.attributes && (
          <AttributeLines artifact={artifact} mark={wholeMark(thing)} exchange={exchange} />
        )}
        {artifact.place !== 'key' && <EndLines thing={thing} exchange={exchange} />}
        {artifact.side === 'browser' && artifact.form === 'sealed' && thing.fields.length > 0 && (
          <li className="d said">{t('stored.inside')}</li>
        )}
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

const fieldLine = (field: Field) => (
  <>
    <span className="k">
      <VisibleText text={field.name} />{' '}
    </span>
    <span className="v">
      <VisibleText text={field.value} />
    </span>
    {field.form && <FormWord form={field.form} />}
  </>
)

function FormWord({ form }: { form: string }) {
  const t = useText('inspector')
  return <em className="form">{` ${t(`form.${form}`)}`}</em>
}

function ValueLines({ thing, exchange }: ThingProps) {
  const t = useText('inspector')
  const artifact = (thing.after ?? thing.before)!
  if (![thing.before, thing.after].some((one) => one?.value != null)) return null
  const why = whyHidden(artifact, typeof location === 'undefined' ? '/' : location.pathname)
  const draw = (one: Artifact, when: 'before' | 'after') => (
    <>
      <span className="k">{t('stored.value')} </span>
      <Secret
        id={`${when}.${thing.id}`}
        name={one.name}
        text={one.value ?? ''}
        real={(whole: Exchange) => whole.stored[when].find(({ id }) => id === thing.id)?.value}
        opened={(text) => <OpenedCredential text={text} exchange={exchange} presented={false} />}
      />
    </>
  )
  return (
    <>
      <Pair
        mark={partMark(thing, thing.valueChanged)}
        before={thing.before}
        after={thing.after}
        draw={draw}
      />
      {why && <li className="d said">{t(`whyHidden.${why}`)}</li>}
    </>
  )
}

function EndLines({ thing, exchange }: ThingProps) {
  const t = useText('inspector')
  const draw = (one: Artifact) =>
    isLeftOver(one) ? (
      <StillKept until={one.attributes?.keptUntil} />
    ) : isEndedRow(one) ? (
      <EndedRow until={one.expiresAt!} />
    ) : (
      <>
        <span className="k">{t('stored.ends')} </span>
        <StoredEnd expiresAt={one.expiresAt} then={exchange.sandboxAt} />
        {endsByIdle(one, exchange) && <em className="form">{t('stored.byIdle')}</em>}
      </>
    )
  return (
    <Pair mark={partMark(thing, thing.expiryChanged)} before={thing.before} after={thing.after} draw={draw} />
  )
}

interface AttributeProps {
  artifact: Artifact
  mark: Mark
  exchange: Exchange
}

function AttributeLines({ artifact, mark, exchange }: AttributeProps) {
  const { keptUntil } = artifact.attributes!
  return (
    <>
      <Line mark={mark}>
        <span className="v">{attributeWords(artifact)}</span>
      </Line>
      {keptUntil && !isLeftOver(artifact) && (
        <Line mark={mark}>
          <KeptUntil at={keptUntil} turned={isClockTurned(exchange)} />
        </Line>
      )}
    </>
  )
}

interface PairProps<T> {
  mark: Mark
  before: T | null
  after: T | null
  draw(item: T, when: 'before' | 'after'): ReactNode
}

/** Changed: the old line struck, the new one beneath, "was" and "now". */
function Pair<T>({ mark, before, after, draw }: PairProps<T>) {
  const changed = mark === 'changed'
  return (
    <>
      {before !== null && (mark === 'removed' || changed) && (
        <Line mark="removed" word={changed ? 'was' : 'removed'}>
          {draw(before, 'before')}
        </Line>
      )}
      {after !== null && (
        <Line mark={changed ? 'added' : mark} word={changed ? 'now' : 'added'}>
          {draw(after, 'after')}
        </Line>
      )}
    </>
  )
}

const SIGNS = { added: '+', removed: '−', same: '', changed: '' } as const
const CLASSES = { added: 'd add', removed: 'd del', same: 'd', changed: 'd' } as const

interface LineProps {
  mark: Mark
  /** What became of the line; absent: as the mark says. */
  word?: 'added' | 'removed' | 'was' | 'now'
  children: ReactNode
}

function Line({ mark, word, children }: LineProps) {
  const t = useText('inspector')
  const said = SIGNS[mark] ? t(`stored.mark.${word ?? mark}`) : null
  return (
    <li className={CLASSES[mark]}>
      <span className="x" aria-hidden="true">
        {SIGNS[mark]}
      </span>
      <div className="t">
        {said && <em className="word">{`${said} `}</em>}
        {children}
      </div>
    </li>
  )
}
