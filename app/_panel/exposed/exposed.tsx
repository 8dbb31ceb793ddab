'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { Fragment, useState } from 'react'
import { useText } from '@/lib/i18n/client'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Exposure, READERS, type Reader } from '@/lib/trace/model/exposure'
import type { ExchangeProps } from '../panel-types'
import { artifactLine, artifactName } from '../stored/artifact-words'
import { ExposedCell } from './exposed-cell'
import { ExposedChanges } from './exposed-changes'
import { ExposedWhy } from './exposed-why'

/** Readers by artifacts, as derived by lib/trace/model/exposure.ts: this file knows no verdict, only how to write one. */
export function Exposed({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const { before, after } = exchange.stored
  const rows = exchange.exposures.flatMap(({ artifactId, cells }) => {
    const artifact = [...after, ...before].find((one) => one.id === artifactId)
    return artifact ? [{ artifact, cells }] : []
  })
  if (rows.length === 0) return <p className="empty-note">{t('exposed.none')}</p>
  return (
    <>
      <ExposedChanges exchange={exchange} />
      {/* A wide table scrolls inside its own box, which must then be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="expobox" tabIndex={0} aria-label={`${exchange.strategy}, ${t('exposed.title')}`}>
        <table className="expo">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('exposed.datum')}</span>
              </th>
              {READERS.map((reader) => (
                <th key={reader} scope="col">
                  {t(`reader.${reader}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ artifact, cells }) => (
              <Row key={artifact.id} artifact={artifact} cells={cells} exchange={exchange} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** What the words of the table mean. */
export function ExposedKey() {
  const t = useText('inspector')
  return <p className="empty-note">{t('exposed.key')}</p>
}

interface RowProps {
  artifact: Artifact
  cells: Exposure['cells']
  exchange: Exchange
}

function Row({ artifact, cells, exchange }: RowProps) {
  const t = useText('inspector')
  const [open, setOpen] = useState<Reader | null>(null)
  const powerless = READERS.filter((reader) => cells[reader].abilities.length === 0)
  return (
    <Fragment>
      <tr className={artifact.credential ? undefined : 'rest'}>
        <th scope="row">
          <span>{artifactName(t, artifact)}</span>
          <small>{artifactLine(t, artifact)}</small>
        </th>
        {READERS.map((reader) => (
          <ExposedCell
            key={reader}
            reader={t(`reader.${reader}`)}
            cell={cells[reader]}
            open={open === reader}
            toggle={() => setOpen(open === reader ? null : reader)}
          />
        ))}
        {/* Shown where the table is a list, in the place of the cells it names. */}
        {!artifact.credential && (
          <td className="cannot">
            {`${t('ability.none')}: ${powerless.map((reader) => t(`reader.${reader}`)).join(', ')}`}
          </td>
        )}
      </tr>
      {open && (
        <tr className="whyrow">
          <td colSpan={READERS.length + 1}>
            <ExposedWhy
              artifact={artifact}
              reader={open}
              cell={cells[open]}
              exchange={exchange}
              close={() => setOpen(null)}
            />
          </td>
        </tr>
      )}
    </Fragment>
  )
}
