import { SignIn } from '../../../shared/sign-in'
import { signIn } from '../actions'

/** For everybody, also with a cookie: one that means nothing any more has to end here, and not go round in circles. */
export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  return <SignIn action={signIn} refused={'refused' in (await searchParams)} />
}
