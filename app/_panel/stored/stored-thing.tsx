'use client'
// Part of the Stored view: one artifact, its value hidden until asked for.
import { VisibleText } from '@/app/_ui/visible-text'
import { useText } from '@/lib/i18n/client'
import { type ArtifactDiff, type Mark, partMark, wholeMark } from '@/lib/reading/stored/diff'
import { endsByIdle, isEndedRow, isLeftOver } from '@/lib/reading/stored/ends'
import { isClockTurned } from '@/lib/reading/timeline/clock-turned'
import { whyHidden } from '@/lib/reading/wire/why-hidden'
import type { Artifact, Field } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { ArtifactTitle } from '../artifact-title'
import { OpenedCredential } from '../credential/opened-credential'
import { Secret } from '../credential/secret'
import { storedId } from '../places'
import { artifactLine, attributeWords } from './artifact-words'
import { EndedRow, KeptUntil, StillKept, StoredEnd } from './stored-end'
import { Aside, Name, Pair, SaidLine, StoredLine } from './stored-line'

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
    <div
      className="pb-1 focus:bg-mark-1 focus-visible:-outline-offset-2"
      id={storedId(exchange.id, artifact.id)}
      tabIndex={-1}
    >
      <p className="flex flex-wrap gap-x-1.5 gap-y-0.5 px-3 pt-2 pb-0.5 text-12 text-ink-3">
        <b className="font-semibold text-ink">
          {mark === 'removed' ? (
            <s>
              <ArtifactTitle artifact={artifact} />
            </s>
          ) : (
            <ArtifactTitle artifact={artifact} />
          )}
        </b>
        <span>{artifactLine(t, artifact)}</span>
        {mark !== 'same' && <Badge>{t(`stored.thing.${mark}`)}</Badge>}
        {artifact.ended && <Badge>{t('stored.ended')}</Badge>}
      </p>
      <ul>
        <ValueLines thing={thing} exchange={exchange} />
        {artifact.attributes && (
          <AttributeLines artifact={artifact} mark={wholeMark(thing)} exchange={exchange} />
        )}
        {artifact.place !== 'key' && <EndLines thing={thing} exchange={exchange} />}
        {artifact.side === 'browser' && artifact.form === 'sealed' && thing.fields.length > 0 && (
          <SaidLine>{t('stored.inside')}</SaidLine>
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

const Badge = ({ children }: { children: string }) => (
  <span className="rounded-1 border border-line-strong px-1.25 text-ink-2">{children}</span>
)

const fieldLine = (field: Field) => (
  <>
    <span lang="en" translate="no">
      <Name>
        <VisibleText text={field.name} />
      </Name>{' '}
      <VisibleText text={field.value} />
    </span>
    {field.form && <FormWord form={field.form} />}
  </>
)

function FormWord({ form }: { form: string }) {
  const t = useText('inspector')
  return <Aside>{` ${t(`form.${form}`)}`}</Aside>
}

function ValueLines({ thing, exchange }: ThingProps) {
  const t = useText('inspector')
  const artifact = (thing.after ?? thing.before)!
  if (![thing.before, thing.after].some((one) => one?.value != null)) return null
  const why = whyHidden(artifact, typeof location === 'undefined' ? '/' : location.pathname)
  const draw = (one: Artifact, when: 'before' | 'after') => (
    <>
      <Name>{t('stored.value')}</Name>
      <span> </span>
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
      {why && <SaidLine>{t(`whyHidden.${why}`)}</SaidLine>}
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
        <Name>{t('stored.ends')}</Name>
        <span> </span>
        <StoredEnd expiresAt={one.expiresAt} then={exchange.sandboxAt} />
        {endsByIdle(one, exchange) && <Aside>{t('stored.byIdle')}</Aside>}
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
      <StoredLine mark={mark}>
        <span lang="en" translate="no">
          {attributeWords(artifact)}
        </span>
      </StoredLine>
      {keptUntil && !isLeftOver(artifact) && (
        <StoredLine mark={mark}>
          <KeptUntil at={keptUntil} turned={isClockTurned(exchange)} />
        </StoredLine>
      )}
    </>
  )
}
