import { Orders } from '@/app/_labs/where/orders'
import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** proxy.ts has looked, and nobody else does. */
export default async function Page({ params }: PageParams<{ user: string }>) {
  const { user, ...place } = await params
  return <Orders user={user} given={await asked(place)} />
}
