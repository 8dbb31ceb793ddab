'use client'
import { useText } from '@/lib/i18n/client'
import { Eye } from '../exposed/eye'

const COLUMNS = 'grid grid-cols-3 justify-items-center max-tablet:hidden'

/** Who can see the line: the server and anyone on a network without TLS always; page script not always. */
export function Seen({ script }: { script: boolean | null }) {
  const t = useText('inspector')
  const label = t(script === null ? 'wire.seenNoPage' : script ? 'wire.seenByAll' : 'wire.seenNotByScript')
  return (
    <span className={`${COLUMNS} h-6 items-center text-ink-3`} role="img" aria-label={label}>
      <Eye sight="all" />
      {script === null ? <span>–</span> : <Eye sight={script ? 'all' : 'none'} />}
      <Eye sight="all" />
    </span>
  )
}

export function SeenHeads() {
  const t = useText('inspector')
  return (
    <span className={`${COLUMNS} ml-3 w-38 font-normal text-ink-3`} aria-hidden="true">
      <span>{t('wire.server')}</span>
      <span>{t('wire.script')}</span>
      <span>{t('wire.network')}</span>
    </span>
  )
}
