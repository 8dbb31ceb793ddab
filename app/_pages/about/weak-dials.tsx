import { getTranslations } from 'next-intl/server'
import { dialName, positionName } from '@/app/_live/dials/words'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts } from '@/app/_ui/reading/reading'
import type { Text } from '@/lib/i18n/client'
import { DIALS, type Dial } from '@/lib/strategies/dials'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** From the one table of dials: a position that is weak there is named here. */
export async function WeakDials() {
  const t = await getTranslations('about.weak')
  const words = (await getTranslations('dials')) as unknown as Text
  const weak = STRATEGIES.flatMap((strategy) =>
    Object.entries<Dial>(DIALS[strategy]).flatMap(([name, dial]) =>
      dial.weak.map((value) => ({ strategy, name, value })),
    ),
  )
  return (
    <Facts list>
      <ColumnHeads columns={[{ head: t('lane') }, { head: t('dial') }, { head: t('position') }]} />
      <tbody>
        {weak.map((turn) => (
          <tr key={`${turn.strategy}.${turn.name}.${turn.value}`}>
            <td className={`lane-${turn.strategy} font-mono text-lane`}>{turn.strategy}</td>
            <th scope="row">{dialName(words, turn.strategy, turn.name)}</th>
            <td>{positionName(words, turn)}</td>
          </tr>
        ))}
      </tbody>
    </Facts>
  )
}
