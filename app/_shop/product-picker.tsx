'use client' // searches the catalogue and sends acts

import { useId, useState } from 'react'
import { send } from '@/app/_live/requests/send-to-target'
import { useLive } from '@/app/_live/state/store'
import { lanesOf, type SendTarget, useTarget } from '@/app/_live/state/targets'
import type { LiveState } from '@/app/_live/state/types'
import { useOpen } from '@/app/_live/state/use-open'
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

/** All products, for all chosen lanes: add, set the quantity, remove. A native popover: Escape and a click outside close it. */
export function ProductPicker() {
  const t = useText('shop')
  const id = useId()
  const [shown, show] = useState(false)
  return (
    <>
      <button type="button" className="btn" popoverTarget={id} disabled={!useOpen()}>
        {t('products')}
        <Icon name="down" />
      </button>
      <div id={id} popover="auto" className="picker" onToggle={(event) => show(event.newState === 'open')}>
        {shown && <Shelf />}
      </div>
    </>
  )
}

function Shelf() {
  const t = useText('shop')
  const catalogue = useLive((live) => live.catalogue)
  const [wanted, search] = useState('')
  const found = catalogue.filter((product) => matches(t, product, wanted))
  return (
    <>
      <label className="search">
        <span className="vh">{t('search', { n: catalogue.length })}</span>
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: the popover was opened to search
          autoFocus
          placeholder={t('search', { n: catalogue.length })}
          value={wanted}
          onChange={(event) => search(event.target.value)}
        />
      </label>
      <ul className="shelf">
        {found.slice(0, SHOWN).map((product) => (
          <ProductRow key={product.sku} product={product} />
        ))}
      </ul>
      <p className="dim note">
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
  const { sku } = product
  const name = productName(t, product)
  return (
    <li>
      <ProductPicture sku={sku} large />
      <span className="name">
        <span>{name}</span>
        <small className="dim">{money(product.unitPrice, CURRENCY, locale)}</small>
      </span>
      {quantity > 0 && <Quantity sku={sku} name={name} quantity={quantity} />}
      <button
        type="button"
        className="iconbtn"
        aria-label={t('add', { name })}
        onClick={() => send({ act: 'cart.add', sku, quantity: 1 })}
      >
        <Icon name="plus" />
      </button>
    </li>
  )
}

function Quantity({ sku, name, quantity }: { sku: string; name: string; quantity: number }) {
  const t = useText('shop')
  const change = (text: string) => {
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 99 && wanted !== quantity)
      send({ act: 'cart.change', sku, quantity: wanted })
  }
  return (
    <>
      <button
        type="button"
        className="iconbtn"
        aria-label={t('remove', { name })}
        title={t('remove', { name })}
        onClick={() => send({ act: 'cart.remove', sku })}
      >
        <Icon name="cross" />
      </button>
      <input
        key={quantity}
        type="number"
        min={1}
        max={99}
        defaultValue={quantity}
        aria-label={t('quantity', { name })}
        onBlur={(event) => change(event.target.value)}
        onKeyDown={(event) => plainKey(event) === 'Enter' && change(event.currentTarget.value)}
      />
    </>
  )
}
