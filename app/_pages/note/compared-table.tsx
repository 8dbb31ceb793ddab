import type { Text } from '@/lib/i18n/text'
import { rowOf } from '@/lib/note'
import type { RowId } from '@/lib/note/row'
import type { NoteTable } from '@/lib/note/tables'
import { VerdictWord } from './verdict-word'

interface Props {
  table: NoteTable
  t: Text
  claim: Text
}

/** A table of the note: its own statements, and beside each the word on it. Each leads to its row. */
export function ComparedTable({ table: { id, columns, rows }, t, claim }: Props) {
  return (
    <figure className="max-w-270 pb-5">
      <figcaption className="pb-1.5 text-14">
        <b>{t(`table.${id}.title`)}</b> <span className="text-ink-3">{t('table.mark')}</span>
      </figcaption>
      <table className="w-full table-fixed border-collapse text-left text-13 leading-ui max-tablet:block max-tablet:[&_:is(tbody,tr,td)]:block [&_:is(td,th)]:border-b [&_:is(td,th)]:border-line [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:pr-4 [&_:is(td,th)]:align-top">
        <thead className="max-tablet:sr-only">
          <tr>
            <td className="w-28" />
            {columns.map((column) => (
              <th key={column} scope="col" className={`lane-${column} font-mono text-lane`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ aspect, cells }) => (
            <tr key={aspect}>
              <th scope="row" className="font-semibold max-tablet:block">
                {t(`table.${id}.${aspect}`)}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index]} colSpan={cells.length === 1 ? 2 : undefined}>
                  <span className="font-mono text-12 text-ink-3 tablet:hidden">
                    {cells.length === 1 ? t('table.both') : columns[index]}
                  </span>
                  <Statements rows={cell} t={t} claim={claim} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Statements({ rows, t, claim }: Pick<Props, 't' | 'claim'> & { rows: readonly RowId[] }) {
  return (
    <ul className="grid gap-1">
      {rows.map((id) => {
        const { verdict } = rowOf(id)!
        return (
          <li key={id}>
            <a href={`#${id}`} className="text-ink">
              {claim(id)}
            </a>{' '}
            <VerdictWord verdict={verdict} word={t(`verdict.${verdict}`)} />
          </li>
        )
      })}
    </ul>
  )
}
