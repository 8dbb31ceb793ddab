'use client' // words from React context, names from the live store
import { useMemo } from 'react'
import { dialName, positionName } from '@/app/_live/dials/words'
import { useLive } from '@/app/_live/state/store'
import { useLocale, useText } from '@/lib/i18n/client'
import { productName } from '@/lib/reading/product-name'
import type { ToldWords } from '@/lib/reading/told/scene'

/** The same object for as long as the language is. */
export function useToldWords(): ToldWords {
  const t = useText('told')
  const compare = useText('compare')
  const timeline = useText('timeline')
  const shop = useText('shop')
  const dials = useText('dials')
  const locale = useLocale()
  return useMemo(
    () => ({
      t,
      compare,
      timeline,
      locale,
      product: (sku) => productName(shop, { sku, name: nameOf(sku) }),
      act: (action) => shop(`news.act.${action.replace('.', '-')}`),
      dial: (turn) =>
        dials('turn', {
          dial: dialName(dials, turn.strategy, turn.name),
          position: positionName(dials, turn),
        }),
    }),
    [t, compare, timeline, shop, dials, locale],
  )
}

const nameOf = (sku: string) => useLive.getState().catalogue.find((one) => one.sku === sku)?.name ?? sku
