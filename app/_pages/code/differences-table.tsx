/** The declared differences, in the order of the operations that they follow from. */
import { getTranslations } from 'next-intl/server'
import { rowName, rowValue } from '@/app/_live/dials/words'
import { OPERATIONS } from '@/lib/source/operations'
import { DIFFERENCES, type DifferenceName } from '@/lib/strategies/differences'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { FOLLOWS } from './follows'

export async function DifferencesTable() {
  const [t, dials] = [await getTranslations('code'), await getTranslations('dials')]
  return (
    <section className="differences" id="differences" aria-labelledby="differences-title">
      <header>
        <h2 id="differences-title">{t('differences.title')}</h2>
        <p>{t('differences.text', { file: 'lib/strategies/differences.ts' })}</p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('differences.what')}</th>
            {STRATEGIES.map((lane) => (
              <th key={lane} scope="col" className={`${lane} mono`}>
                {lane}
              </th>
            ))}
          </tr>
        </thead>
        {OPERATIONS.map((operation) => (
          <tbody key={operation} id={`differences-${operation}`}>
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                <a href={`#${operation}`}>{t(`op.${operation}.title`)}</a>
              </th>
            </tr>
            {FOLLOWS[operation].map((name) => (
              <Row key={name} name={name} words={dials} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Row({ name, words }: { name: DifferenceName; words: Parameters<typeof rowName>[0] }) {
  const values: unknown[] = STRATEGIES.map((lane) => DIFFERENCES[name][lane])
  const said = values.map((value) => (value === null ? '–' : rowValue(words, value)))
  return (
    <tr className={new Set(said).size === 1 ? 'alike' : undefined}>
      <th scope="row">{rowName(words, name)}</th>
      {STRATEGIES.map((lane, i) => (
        <td key={lane} data-lane={lane}>
          {said[i]}
        </td>
      ))}
    </tr>
  )
}
