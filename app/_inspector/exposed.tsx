'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { useLocale, useText } from '@/lib/i18n/client'
import type { Artifact } from '@/lib/trace/artifact'
import { type ExposureCell, READERS } from '@/lib/trace/exposure'
import { artifactLine, artifactName } from './artifact-words'
import { clockTime } from './figures'
import type { ExchangeProps } from './panel-types'

/** Readers by artifacts, as derived by lib/trace/exposure.ts: this file knows no verdict, only how to write one. */
export function Exposed({ exchange }: ExchangeProps) {
  const t = useText('inspector')
  const { before, after } = exchange.stored
  const rows = exchange.exposures.flatMap((exposure) => {
    const artifact = [...after, ...before].find((one) => one.id === exposure.artifactId)
    return artifact ? [{ artifact, cells: exposure.cells }] : []
  })
  if (rows.length === 0) return <p className="empty-note">{t('exposed.none')}</p>
  return (
    // A wide table scrolls inside its own box, which must then be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
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
            <Row key={artifact.id} artifact={artifact} cells={cells} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  artifact,
  cells,
}: {
  artifact: Artifact
  cells: Record<(typeof READERS)[number], ExposureCell>
}) {
  const t = useText('inspector')
  const powerless = READERS.filter((reader) => cells[reader].abilities.length === 0)
  return (
    <tr className={artifact.credential ? undefined : 'rest'}>
      <th scope="row">
        {artifactName(t, artifact)}
        <small>{artifactLine(t, artifact)}</small>
      </th>
      {READERS.map((reader) => (
        <Cell key={reader} reader={t(`reader.${reader}`)} cell={cells[reader]} />
      ))}
      {/* Shown where the table is a list, in the place of the cells it names. */}
      {!artifact.credential && (
        <td className="cannot">
          {t('ability.none')}: {powerless.map((reader) => t(`reader.${reader}`)).join(', ')}
        </td>
      )}
    </tr>
  )
}

function Cell({ reader, cell }: { reader: string; cell: ExposureCell }) {
  const t = useText('inspector')
  const locale = useLocale()
  const words = cell.abilities.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')
  return (
    <td className={strength(cell)}>
      <span className="who" aria-hidden="true">
        {reader}
      </span>
      <span className="word">
        <span className="dot" />
        {words}
      </span>
      <small>
        {t.has(`because.${cell.because}`) ? t(`because.${cell.because}`) : cell.because}
        {cell.until && ` ${t('exposed.until', { time: clockTime(cell.until, locale) })}`}
      </small>
    </td>
  )
}

/** Empty, half and full dot: nothing; reads, or sends without reading; acts as the visitor or changes what is believed. */
function strength({ abilities }: ExposureCell): 'v0' | 'v1' | 'v2' {
  if (abilities.length === 0) return 'v0'
  return abilities.some((ability) => ability === 'replay' || ability === 'alter') ? 'v2' : 'v1'
}
