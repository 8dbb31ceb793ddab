import { notFound } from 'next/navigation'
import { Support } from '../../../shared/support'
import { signedIn } from '../../ports'
import { signOutEverywhere } from '../actions'

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const { customer } = await signedIn()
  if (customer.role !== 'support') notFound()
  return (
    <Support action={signOutEverywhere} done={'done' in (await searchParams)}>
      Nothing happens: the cookie holds all, and there is nothing here to end it with.
    </Support>
  )
}
