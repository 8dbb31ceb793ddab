'use client' // words from the catalogue
import { COLUMN_HEAD, ROW, ROWS } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import { useLanesShown } from './lanes-shown'

/** Not drawn: the columns stand under the lanes. */
export function LaneHeads() {
  const t = useText('evidence')
  const lanes = useLanesShown()
  return (
    <thead {...ROWS} className="sr-only">
      <tr {...ROW}>
        <th {...COLUMN_HEAD}>{t('what')}</th>
        {lanes.map((name) => (
          <th key={name} {...COLUMN_HEAD} lang="en">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
