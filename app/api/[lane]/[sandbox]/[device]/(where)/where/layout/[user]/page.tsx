import { Orders } from '@/app/_labs/where/orders'
import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** The layout around it has looked. */
export default async function Page({ params }: PageParams<{ user: string }>) {
  const { user, ...place } = await params
  return <Orders user={user} given={await asked(place)} />
}
