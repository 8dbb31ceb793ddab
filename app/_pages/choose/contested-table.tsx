/** What is said in this dispute, who says it, and what was measured here. */
import { getFormatter } from 'next-intl/server'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts, Paragraph } from '@/app/_ui/reading/reading'
import { type Cell, CONTESTED, type ContestedClaim } from '@/lib/choose/contested'
import { outcomeOf } from '@/lib/choose/measured'
import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import { citation } from '@/lib/reading/notes/sources'
import { FIGURES } from '../numbers/figures'
import { CellLink } from './cell-link'
import type { CellWords } from './say-cell'

interface Props {
  locale: Locale
  words: CellWords
  sources: Text
}

export async function ContestedTable(props: Props) {
  const { t } = props.words
  const format = await getFormatter()
  const { when, machine, node } = FIGURES
  const day = when ? format.dateTime(new Date(when), { dateStyle: 'long' }) : '–'
  return (
    <>
      <Paragraph>{t('contested.text', { when: day, machine, node })}</Paragraph>
      <Facts list>
        <ColumnHeads columns={[{ head: t('contested.claim') }, { head: t('contested.found') }]} />
        <tbody>
          {CONTESTED.map((one) => (
            <Claim key={one.id} one={one} {...props} />
          ))}
        </tbody>
      </Facts>
    </>
  )
}

function Claim({ one, locale, words, sources }: Props & { one: ContestedClaim }) {
  const { t } = words
  const { id, word, says, counts, cells = [] } = one
  return (
    <tr>
      <th scope="row" className="narrow:w-2/5">
        <span>{t(`contested.${id}.claim`)}</span>
        <span className="block text-12 text-ink-3">
          {says.map((source) => (
            <a
              key={source.href + (source.section ?? '')}
              href={source.href}
              className="inline-flex min-h-6 items-center pr-3 max-tablet:min-h-10"
            >
              {citation(sources, source)}
            </a>
          ))}
        </span>
      </th>
      <td>
        <b className="block font-semibold">{t(`contested.word.${word}`)}</b>
        <span>{t(`contested.${id}.found`, counts?.(FIGURES))}</span>
        {cells.map((cell) => (
          <Seen key={cell.position! + cell.moment} cell={cell} locale={locale} words={words} />
        ))}
      </td>
    </tr>
  )
}

/** Looked up, as everywhere: a claim cannot be answered by a cell that there is not. */
function Seen({ cell, locale, words }: { cell: Cell; locale: Locale; words: CellWords }) {
  const { lane } = cell
  const asks = { lab: cell.lab, moment: cell.moment }
  const shown = outcomeOf(cell)
  return (
    <span className={`lane-${lane} flex gap-2`}>
      <span className="font-mono text-lane">{lane}</span>
      <CellLink asks={asks} shown={shown} lane={lane} locale={locale} words={words} />
    </span>
  )
}
