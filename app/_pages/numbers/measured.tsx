import { getFormatter, getTranslations } from 'next-intl/server'
import { ColumnHeads } from '@/app/_ui/column-heads'
import { FIGURES, type Figure } from './figures'

export async function Measured() {
  const [t, format] = await Promise.all([getTranslations('numbers.bench'), getFormatter()])
  const { when, machine, node, figures } = FIGURES
  if (!when) return <p>{t('none')}</p>
  return (
    <>
      <p>{t('text', { when: format.dateTime(new Date(when), { dateStyle: 'long' }), machine, node })}</p>
      <table className="facts">
        <caption className="vh">{t('caption')}</caption>
        <ColumnHeads
          columns={[
            { head: t('what') },
            { head: t('ratio'), figures: true },
            { head: t('interval'), figures: true },
            { head: t('goal') },
          ]}
        />
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.what} ${figure.lane} ${figure.rows}`}>
              <th scope="row">
                {t(`figure.${figure.what}`, { lane: figure.lane, rows: format.number(figure.rows ?? 0) })}
              </th>
              <td className="num">{figure.ratio.toFixed(2)}</td>
              <td className="num">{`${figure.low.toFixed(2)}–${figure.high.toFixed(2)}`}</td>
              <td>
                {figure.most === null ? '' : `≤\u00a0${figure.most} ${t(isMet(figure) ? 'met' : 'missed')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('method')}</p>
    </>
  )
}

const isMet = ({ high, most }: Figure) => most === null || high <= most
