'use client'
import { useLive } from '@/app/_live/state/store'
// Above the table of the Exposed view: it changes when a dial is turned.
import { useText } from '@/lib/i18n/client'
import { type ChangedCell, changedCells, comingChanges } from '@/lib/reading/exposed/dial-preview'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Ability, exposureOf } from '@/lib/trace/model/exposure'
import { ArtifactTitle } from '../artifact-title'

/** Which cells this exchange changed, and which will change with the dials as they stand now. */
export function ExposedChanges({ exchange }: { exchange: Exchange }) {
  const t = useText('inspector')
  const dials = useLive((live) => live.dials)
  const live = useLive((state) => state.cursor === null)
  const { before, after } = exchange.stored
  const tolerance = exchange.strategy === 'jwt' ? dials.jwt.tolerance : 0
  const around = { tls: exchange.tls ?? false, at: exchange.sandboxAt, tolerance }
  const was = before.map((artifact) => exposureOf(artifact, around))
  const coming = live ? comingChanges(after, exchange.strategy, dials, around) : []
  return (
    <div>
      <Changes title={t('exposed.changed')} cells={changedCells(was, exchange.exposures)} of={exchange} />
      <Changes title={t('exposed.coming')} cells={coming} of={exchange} />
    </div>
  )
}

function Changes({ title, cells, of }: { title: string; cells: ChangedCell[]; of: Exchange }) {
  const t = useText('inspector')
  if (cells.length === 0) return null
  const { before, after } = of.stored
  const artifactOf = (id: string) => [...after, ...before].find((one) => one.id === id)!
  return (
    <div className="border-b border-line px-3 pt-2 pb-2.5 text-13 text-ink-2">
      <p className="font-semibold text-ink">{title}</p>
      <ul>
        {cells.map(({ artifactId, reader, from, to }) => (
          <li key={`${artifactId} ${reader}`}>
            <ArtifactTitle artifact={artifactOf(artifactId)} />
            <span>{`, ${t(`reader.${reader}`)}: `}</span>
            <Abilities of={from} />
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> {t('exposed.to')} </span>
            <b>
              <Abilities of={to} />
            </b>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Abilities({ of }: { of: Ability[] }) {
  const t = useText('inspector')
  return <span>{of.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')}</span>
}
