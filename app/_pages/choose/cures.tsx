/** The three ways that ASVS 5.0, 7.4.1 names for tokens that nobody looks up: those that this site has a dial for. */
import { dialName } from '@/app/_live/dials/words'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts, Paragraph } from '@/app/_ui/reading/reading'
import { curesShown } from '@/lib/choose/scorecard'
import type { Locale } from '@/lib/i18n/routing'
import { CellLink } from './cell-link'
import type { CellWords } from './say-cell'

const CURES = curesShown()

export function Cures({ locale, words }: { locale: Locale; words: CellWords }) {
  const { t, dials } = words
  return (
    <>
      <Paragraph>{t('score.cures-text')}</Paragraph>
      <Facts list>
        <ColumnHeads columns={[{ head: t('score.cure') }, { head: t('score.tried') }]} />
        <tbody>
          {CURES.map(({ id, dial, tried }) => (
            <tr key={id}>
              <th scope="row">
                <span>{t(`score.cure-name.${id}`)}</span>
                <span className="block text-12 text-ink-3">{dialName(dials, 'jwt', dial)}</span>
              </th>
              <td>
                {tried.map(({ asks, shown, ends }) => (
                  <span key={asks.lab} className="block">
                    <b className="font-semibold">{t(ends ? 'score.ends' : 'score.goes-on')}</b>
                    {' · '}
                    <CellLink asks={asks} shown={shown} lane="jwt" locale={locale} words={words} />
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Facts>
    </>
  )
}
