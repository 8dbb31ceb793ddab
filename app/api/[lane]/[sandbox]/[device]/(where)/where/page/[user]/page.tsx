import { Orders } from '@/app/_labs/where/orders'
import { checked, type PageParams } from '@/app/_labs/where/page-asked'

/** Looks itself. */
export default async function Page({ params }: PageParams<{ user: string }>) {
  const { user, ...place } = await params
  return <Orders user={user} given={await checked(user, place)} />
}
