/** What an answer of a site says. */
import type { Reply } from '../stage/client'
import type { SsoOutcome, SsoScene } from './moments'

/** @throws unless Mina is let in */
export async function known(sent: Promise<Reply>): Promise<Reply> {
  const reply = await sent
  if (reply.status !== 200) throw new Error(`expected to be let in, got ${reply.status}`)
  return reply
}

/** Where no token is taken, it is refused as nothing at all would be. */
export const judged = ({ stage }: SsoScene, { status }: Reply): SsoOutcome =>
  status === 200 ? 'lets-in' : stage.strategy === 'jwt' ? 'refused' : 'takes-none'
