import { MoreWords } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { pack } from '@/lib/i18n/packed'
import type { Locale } from '@/lib/i18n/routing'
import { type KeptBench, loadBench } from './bench'
import { LoadPlace } from './load-place'

/** Below the lab that counts: what the visitor's own run comes to, multiplied. */
export async function LoadBelow({ locale, bench }: { locale: Locale; bench: KeptBench }) {
  return (
    <MoreWords messages={pack(await loadMessages(locale, ['load']))}>
      <LoadPlace bench={loadBench(bench)} />
    </MoreWords>
  )
}
