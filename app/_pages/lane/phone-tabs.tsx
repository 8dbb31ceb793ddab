'use client'
// On a phone one part shows at a time; elsewhere all of them do.
import { useLive } from '@/app/_live/state/store'
import { VIEWS, type View } from '@/app/_live/state/types'
import { Tabs } from '@/app/_ui/tabs'
import { useText } from '@/lib/i18n/client'

/** @param isShop the shop shows, and no view of the panel */
export function PhoneTabs({ isShop, setShop }: { isShop: boolean; setShop(shop: boolean): void }) {
  const t = useText('lane')
  const view = useLive((live) => live.view)
  const chosen = isShop ? 'shop' : view
  const tabs = (['shop', ...VIEWS] as const).map((id) => ({
    id,
    label: t(`tab.${id}`),
    className:
      'min-h-11 flex-auto border-b-2 border-transparent px-1.5 whitespace-nowrap text-ink-2 aria-selected:border-lane aria-selected:font-semibold aria-selected:text-ink focus-visible:-outline-offset-2 forced-colors:border-[Canvas] forced-colors:aria-selected:border-[Highlight]',
  }))
  const pick = (id: 'shop' | View) => {
    setShop(id === 'shop')
    if (id !== 'shop') useLive.setState({ view: id })
  }
  return (
    <Tabs
      tabs={tabs}
      chosen={chosen}
      choose={pick}
      label={t('tabs')}
      className="-mx-gutter flex overflow-x-auto border-b border-line bg-paper text-13 tablet:hidden noscript:hidden print:hidden"
      name="lane"
    />
  )
}
