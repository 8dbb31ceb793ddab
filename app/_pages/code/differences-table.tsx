/** The declared differences, in the order of the operations that they follow from. */
import { getTranslations } from 'next-intl/server'
import { rowName, rowValue } from '@/app/_live/dials/words'
import { cx } from '@/app/_ui/cx'
import { OPERATIONS } from '@/lib/source/operations'
import { DIFFERENCES, type DifferenceName } from '@/lib/strategies/differences'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { FOLLOWS } from './follows'
import { Heading } from './heading'

export async function DifferencesTable() {
  const [t, dials] = [await getTranslations('code'), await getTranslations('dials')]
  return (
    <section className="grid scroll-mt-14 gap-4" id="differences" aria-labelledby="differences-title">
      <Heading id="differences-title" title={t('differences.title')}>
        {t('differences.text', { file: 'lib/strategies/differences.ts' })}
      </Heading>
      <table className="w-full border border-line bg-surface text-left text-13 max-tablet:block">
        <thead className="max-tablet:sr-only">
          <tr>
            <th scope="col" className="w-2/5 px-3 py-1.5">
              {t('differences.what')}
            </th>
            {STRATEGIES.map((lane) => (
              <th key={lane} scope="col" className={`lane-${lane} px-3 py-1.5 font-mono text-lane`}>
                {lane}
              </th>
            ))}
          </tr>
        </thead>
        {OPERATIONS.map((operation) => (
          <tbody key={operation} id={`differences-${operation}`} className="max-tablet:block">
            <tr className="border-t border-line bg-mark-1 max-tablet:block">
              <th scope="rowgroup" colSpan={4} className="px-3 py-1.5 font-semibold max-tablet:block">
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
  const alike = new Set(said).size === 1
  return (
    <tr className="border-t border-line align-top max-tablet:block max-tablet:px-3 max-tablet:py-2">
      <th scope="row" className="px-3 py-1.5 font-normal max-tablet:block max-tablet:p-0">
        {rowName(words, name)}
      </th>
      {STRATEGIES.map((lane, i) => (
        <td
          key={lane}
          className={cx(
            'px-3 py-1.5 max-tablet:flex max-tablet:gap-2 max-tablet:p-0',
            alike ? 'text-ink-3' : 'font-semibold',
          )}
        >
          <span className="w-16 flex-none font-mono text-12 text-ink-3 tablet:hidden" aria-hidden="true">
            {lane}
          </span>
          <span>{said[i]}</span>
        </td>
      ))}
    </tr>
  )
}
