import { Shop } from '../../shared/shop'
import { signedIn } from '../ports'
import { add, signOut } from './actions'

/** The check is here, where the cart is read: proxy.ts only spares a way. */
export default async function Page() {
  const { visit } = await signedIn()
  return <Shop visit={visit} add={add} signOut={signOut} />
}
