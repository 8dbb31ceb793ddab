import { getTranslations } from 'next-intl/server'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts } from '@/app/_ui/reading/reading'
import { MOST_OF_BODY } from '@/lib/http/body'
import { MOST } from '@/lib/http/door/bounds'

/** As in limits.ts, fair-line.ts, events.ts, http/door/count.ts and in the migrations 0003_caps and 0006_guest_caps. */
export async function LimitsTable() {
  const t = await getTranslations('about.limits')
  const rows = [
    [t('sandboxes'), t('sandboxes-n')],
    [t('requests'), t('requests-n')],
    [t('strangers'), t('strangers-n')],
    [t('address'), t('address-n')],
    [t('pages'), t('pages-n')],
    [t('passwords'), t('passwords-n')],
    [t('line'), t('line-n')],
    [t('streams'), t('streams-n')],
    [t('sessions'), `200 (${t('guests')}: 100)`],
    [t('families'), `50 (${t('guests')}: 25)`],
    [t('body'), `${MOST_OF_BODY / 1024} KiB`],
    [t('head'), '16 KiB'],
    [t('target'), t('target-n', { n: String(MOST.target) })],
  ]
  return (
    <Facts>
      <ColumnHeads columns={[{ head: t('what') }, { head: t('most') }]} />
      <tbody>
        {rows.map(([what, most]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{most}</td>
          </tr>
        ))}
      </tbody>
    </Facts>
  )
}
