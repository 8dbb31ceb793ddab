/** A front end of the shop on an origin that is not the shop's: it signs in, and then asks who is signed in. */
import type { Errand, FrontAsk, Report } from '@/lib/labs/attacker/errand'

export async function askAsFrontEnd({ laptop, front }: Errand): Promise<Report> {
  const { credentials, email, password } = front!
  const signIn = await asked(`${laptop}/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
    credentials,
  })
  const token = signIn.json?.accessToken
  const headers = token ? { Authorization: `Bearer ${token}` } : undefined
  const me = await asked(`${laptop}/me`, { credentials, headers })
  return {
    'sign-in': signIn.status,
    'sign-in-threw': signIn.threw,
    me: me.status,
    'me-threw': me.threw,
    known: me.json?.customer != null,
  }
}

interface Told {
  /** 0: the page was not told. */
  status: number
  /** What was thrown, in the browser's words; empty: nothing. */
  threw: string
  json: { accessToken?: string; customer?: object | null } | null
}

async function asked(
  url: string,
  init: RequestInit & { credentials: FrontAsk['credentials'] },
): Promise<Told> {
  try {
    const answer = await fetch(url, init)
    return { status: answer.status, threw: '', json: await answer.json().catch(() => null) }
  } catch (error) {
    return { status: 0, threw: String(error).slice(0, 100), json: null }
  }
}
