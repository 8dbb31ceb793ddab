import { renewHere } from '@/app/_labs/where/actions'
import { asked, type PageParams } from '@/app/_labs/where/page-asked'

/** Renews nothing: its Server Action does. Beneath /refresh, for the cookie of the refresh token is sent there only. */
export default async function Page({ params }: PageParams) {
  const place = await params
  await asked(place)
  return <form id="renew" action={renewHere.bind(null, place)} />
}
