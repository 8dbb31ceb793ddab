import { getTranslations } from 'next-intl/server'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts } from '@/app/_ui/reading/reading'
import { STORAGE } from '@/lib/site/storage-keys'

/** [words for what it holds, words for how long], by what writes it. */
const KEPT = {
  theme: ['theme', 'you-delete'],
  path: ['four-acts', 'you-delete'],
  timelineOpen: ['timeline-open', 'you-close'],
  held: ['held', 'next-sandbox'],
  lessons: ['lessons', 'you-delete'],
  labs: ['labs', 'next-sandbox'],
  token: ['token', 'token-goes'],
  labToken: ['lab-token', 'run-ends'],
  projector: ['projector', 'tab-closes'],
} as const satisfies Record<keyof typeof STORAGE, readonly [string, string]>

export async function StorageTable() {
  const t = await getTranslations('about.cookies')
  return (
    <Facts list>
      <ColumnHeads columns={(['key', 'holds', 'until'] as const).map((column) => ({ head: t(column) }))} />
      <tbody>
        {(Object.keys(STORAGE) as (keyof typeof STORAGE)[]).map((name) => (
          <tr key={name}>
            <th scope="row">
              <code>{STORAGE[name].replace(/:$/, ':…')}</code>
            </th>
            <td>{t(KEPT[name][0])}</td>
            <td>{t(KEPT[name][1])}</td>
          </tr>
        ))}
      </tbody>
    </Facts>
  )
}
