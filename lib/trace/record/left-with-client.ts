/** What an answer leaves in the client that it reached: its cookies, and a token in its body. */
import type { Action } from '@/lib/shop/operations'
import { ACCESS_TOKEN, heldAccessToken, placeOfToken } from '../ledger/browser-artifacts'
import type { Ledger } from '../ledger/ledger'
import { type Client, noteAnswer } from '../ledger/wire-holdings'
import type { ResponseHead } from '../model/exchange'
import { setCookiesOf } from './head-fields'
import type { RevealedArtifact } from './reveal'

export interface Delivery {
  response: ResponseHead
  action: Action
  /** The access token that was issued for it. */
  issued: string | null
  /** By the text that they reveal. */
  reveals: Map<string, RevealedArtifact>
}

export function leaveWithClient(ledger: Ledger, client: Client, delivery: Delivery): void {
  const { response, action, reveals } = delivery
  noteAnswer(ledger, client, response.headers, reveals, new Date())
  if (response.status >= 300) return
  leaveToken(ledger, client, delivery)
  // A client forgets its token when it signs out. For certain this is seen at its next request.
  if (action === 'sign-out')
    ledger.drop('jwt', (held) => held.device === client.device && held.name === ACCESS_TOKEN)
}

/** In the body, unless the answer sets it as a cookie. */
function leaveToken(ledger: Ledger, { device }: Client, { response, issued, reveals }: Delivery): void {
  if (!issued || setCookiesOf(response.headers).some((line) => line.includes(issued))) return
  const place = placeOfToken(device, ledger.dials)
  ledger.drop('jwt', (held) => held.device === device && held.name === ACCESS_TOKEN && held.place !== place)
  ledger.put('jwt', heldAccessToken(device, place, issued, reveals.get(issued)))
}
