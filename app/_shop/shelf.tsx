'use client' // searches the catalogue and sends acts

import { useRef, useState } from 'react'
import { send } from '@/app/_live/requests/send-to-target'
import { useLive } from '@/app/_live/state/store'
import { lanesOf, type SendTarget, useTarget } from '@/app/_live/state/targets'
import type { LiveState } from '@/app/_live/state/types'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { plainKey } from '@/app/_ui/plain-key'
import { ProductPicture } from '@/app/_ui/product-picture'
import { useLocale, useText } from '@/lib/i18n/client'
import { money } from '@/lib/reading/format'
import type { Product } from '@/lib/shop/answers'
import { productName } from './product-name'

/** More are drawn only when asked for by name. */
const SHOWN = 24
const CURRENCY = 'EUR'

const INPUT = 'rounded-2 border border-line-strong bg-paper px-2 max-tablet:h-10'

/** All products: searched by name, added, changed, removed. */
export function Shelf() {
  const t = useText('shop')
  const catalogue = useLive((live) => live.catalogue)
  const [wanted, search] = useState('')
  const found = catalogue.filter((product) => matches(t, product, wanted))
  return (
    <>
      <label className="sticky top-0 block border-b border-line bg-surface p-2.5">
        <span className="sr-only">{t('search', { n: catalogue.length })}</span>
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: the popover was opened to search
          autoFocus
          className={cx(INPUT, 'h-8.5 w-full')}
          placeholder={t('search', { n: catalogue.length })}
          value={wanted}
          onChange={(event) => search(event.target.value)}
        />
      </label>
      <ul className="divide-y divide-line">
        {found.slice(0, SHOWN).map((product) => (
          <ProductRow key={product.sku} product={product} />
        ))}
      </ul>
      <p className="px-3 py-2.5 text-12 text-ink-3">
        {found.length === 0
          ? t('no-match')
          : found.length > SHOWN && t('shown', { n: SHOWN, of: found.length })}
      </p>
    </>
  )
}

function matches(t: ReturnType<typeof useText>, product: Product, wanted: string): boolean {
  const text = `${product.sku} ${product.name} ${productName(t, product)}`.toLowerCase()
  return wanted
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The largest quantity among the chosen lanes: they may differ. */
function quantityIn({ shops, device }: LiveState, target: SendTarget, sku: string): number {
  const lines = lanesOf(target).flatMap((name) => shops[name][device].cart?.lines ?? [])
  return Math.max(0, ...lines.filter((line) => line.sku === sku).map((line) => line.quantity))
}

function ProductRow({ product }: { product: Product }) {
  const t = useText('shop')
  const locale = useLocale()
  const target = useTarget((state) => state.target)
  const quantity = useLive((live) => quantityIn(live, target, product.sku))
  const plus = useRef<HTMLButtonElement>(null)
  const { sku } = product
  const name = productName(t, product)
  return (
    <li className="flex items-center gap-2.5 px-2.5 py-1">
      <ProductPicture sku={sku} large />
      <span className="grid flex-1 text-13 leading-tight">
        <span>{name}</span>
        <small className="text-12 text-ink-3">{money(product.unitPrice, CURRENCY, locale)}</small>
      </span>
      {/* What removes goes with the product: the focus stays in its row. */}
      {quantity > 0 && (
        <Quantity sku={sku} name={name} quantity={quantity} left={() => plus.current?.focus()} />
      )}
      <Button
        ref={plus}
        look="quiet"
        size="square"
        aria-label={t('add', { name })}
        onClick={() => send({ act: 'cart.add', sku, quantity: 1 })}
      >
        <Icon name="plus" />
      </Button>
    </li>
  )
}

interface QuantityProps {
  sku: string
  name: string
  quantity: number
  left(): void
}

function Quantity({ sku, name, quantity, left }: QuantityProps) {
  const t = useText('shop')
  const change = (text: string) => {
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 99 && wanted !== quantity)
      send({ act: 'cart.change', sku, quantity: wanted })
  }
  const remove = () => {
    left()
    send({ act: 'cart.remove', sku })
  }
  return (
    <>
      <Button look="quiet" size="square" aria-label={t('remove', { name })} onClick={remove}>
        <Icon name="cross" />
      </Button>
      <input
        key={quantity}
        type="number"
        min={1}
        max={99}
        className={cx(INPUT, 'h-7.5 w-15')}
        defaultValue={quantity}
        aria-label={t('quantity', { name })}
        onBlur={(event) => change(event.target.value)}
        onKeyDown={(event) => plainKey(event) === 'Enter' && change(event.currentTarget.value)}
      />
    </>
  )
}
