'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import { CELL, COLUMN_HEAD, ROW, ROW_HEAD, ROWS, TABLE } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import { type Exposure, READERS } from '@/lib/trace/model/exposure'
import { ArtifactTitle } from '../artifact-title'
import { useNotePlace } from '../notes/open-note'
import type { ExchangeProps } from '../panel-types'
import { artifactLine } from '../stored/artifact-words'
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
  if (rows.length === 0) return <p className={FOOT}>{t('exposed.none')}</p>
  return (
    <>
      <ExposedChanges exchange={exchange} />
      <section className="@container" aria-label={`${exchange.strategy}, ${t('exposed.title')}`}>
        <table {...TABLE} className="w-full table-fixed border-collapse text-13 @max-[64rem]:block">
          <Readers />
          <tbody {...ROWS} className="@max-[64rem]:block">
            {rows.map(({ artifact, cells }) => (
              <Row key={artifact.id} artifact={artifact} cells={cells} exchange={exchange} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const FOOT = 'px-3 pt-2 pb-3 text-12 text-ink-3'

function Readers() {
  const t = useText('inspector')
  return (
    <thead {...ROWS} className="@max-[64rem]:sr-only">
      <tr {...ROW}>
        <th {...COLUMN_HEAD} className="w-[15%]">
          <span className="sr-only">{t('exposed.datum')}</span>
        </th>
        {READERS.map((reader) => (
          <th
            key={reader}
            {...COLUMN_HEAD}
            className="px-2.5 py-2 text-left align-bottom text-12 font-semibold text-ink-2"
          >
            {t(`reader.${reader}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** What the words of the table mean. */
export function ExposedKey() {
  const t = useText('inspector')
  return <p className={FOOT}>{t('exposed.key')}</p>
}

interface RowProps {
  artifact: Artifact
  cells: Exposure['cells']
  exchange: Exchange
}

function Row({ artifact, cells, exchange }: RowProps) {
  const t = useText('inspector')
  const { word, toggle, close } = useNotePlace()
  const open = READERS.find((reader) => reader === word)
  const powerless = READERS.filter((reader) => cells[reader].abilities.length === 0)
  return (
    <>
      <tr {...ROW} className={`group/row ${IN_LIST}`}>
        <th
          {...ROW_HEAD}
          className={`border-t border-line px-2.5 py-2 text-left align-top ${IN_LIST} ${LIST_HEAD}`}
        >
          <span className="font-semibold wrap-anywhere text-ink">
            <ArtifactTitle artifact={artifact} />
          </span>
          <small className="block text-12 font-normal text-ink-3">{artifactLine(t, artifact)}</small>
        </th>
        {READERS.map((reader) => (
          <ExposedCell
            key={reader}
            artifact={artifact}
            reader={reader}
            cell={cells[reader]}
            open={open === reader}
            toggle={() => toggle(reader)}
          />
        ))}
        {/* Shown where the table is a list, in the place of the cells it names. */}
        {!artifact.credential && (
          <td {...CELL} className="hidden px-2.5 py-1.5 text-12 text-ink-3 @max-[64rem]:block">
            {`${t('ability.none')}: ${powerless.map((reader) => t(`reader.${reader}`)).join(', ')}`}
          </td>
        )}
      </tr>
      {open && (
        <tr {...ROW} className={IN_LIST}>
          <td {...CELL} colSpan={READERS.length + 1} className={`px-2.5 ${IN_LIST}`}>
            <ExposedWhy
              artifact={artifact}
              reader={open}
              cell={cells[open]}
              exchange={exchange}
              close={close}
            />
          </td>
        </tr>
      )}
    </>
  )
}

/** Narrow: a list for each value. */
const IN_LIST = '@max-[64rem]:block'
const LIST_HEAD =
  '@max-[64rem]:border-t-2 @max-[64rem]:border-line-strong @max-[64rem]:group-first/row:border-t-0'
