import { OwnOrders } from '@/app/_labs/where/orders'
import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** Does not look: what reads the orders does. */
export default async function Page({ params }: PageParams<{ user: string }>) {
  const { user, ...place } = await params
  return <OwnOrders user={user} given={await asked(place)} />
}
