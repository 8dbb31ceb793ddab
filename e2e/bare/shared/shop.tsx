import type { Visit } from '@/lib/shop/visit'
import { findProduct, PRODUCTS } from './catalogue'

type Action = (form: FormData) => Promise<void>

interface Props {
  visit: Visit
  add: Action
  signOut: Action
}

/** Forms with Server Actions work without JavaScript too. */
export function Shop({ visit: { customer, cart }, add, signOut }: Props) {
  return (
    <>
      <h1>Shop</h1>
      <p>Signed in as {customer?.name}</p>
      <ul aria-label="Cart">
        {Object.entries(cart).map(([sku, quantity]) => (
          <li key={sku}>
            {quantity} × {findProduct(sku)?.name}
          </li>
        ))}
      </ul>
      {PRODUCTS.map(({ sku, name }) => (
        <form key={sku} action={add}>
          <input type="hidden" name="sku" value={sku} />
          <button type="submit">Add {name}</button>
        </form>
      ))}
      <form action={signOut}>
        <button type="submit">Sign out</button>
      </form>
    </>
  )
}
