'use client' // opens and closes

import { useId, useState } from 'react'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'

const Shelf = later(() => import('./shelf').then((file) => file.Shelf))

/** All products, for all chosen lanes: add, set the quantity, remove. A native popover: Escape and a click outside close it. */
export function ProductPicker() {
  const t = useText('shop')
  const id = useId()
  const why = useWhyOff()
  const [shown, show] = useState(false)
  return (
    <>
      <ActButton
        why={why}
        popoverTarget={why === null ? id : undefined}
        className="flex-none projector:hidden"
      >
        <span>{t('products')}</span>
        <Icon name="down" className="size-3 stroke-[1.5]" />
      </ActButton>
      <div
        id={id}
        popover="auto"
        className="m-auto max-h-[70dvh] w-[min(26rem,100vw)] overflow-y-auto rounded-2 border border-line-strong bg-surface text-ink shadow-2 max-tablet:inset-x-0 max-tablet:top-auto max-tablet:bottom-0 max-tablet:m-0 max-tablet:w-full tablet:supports-[position-area:bottom]:inset-auto tablet:supports-[position-area:bottom]:m-0 tablet:supports-[position-area:bottom]:mt-2 tablet:supports-[position-area:bottom]:[position-area:bottom_span-right]"
        onToggle={(event) => show(event.newState === 'open')}
      >
        {shown && <Shelf />}
      </div>
    </>
  )
}
