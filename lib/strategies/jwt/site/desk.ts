/** What the support desk can do in the JWT lane. */
import { type Desk, type ForcedSignOut, type LaneDesk, nothingLeft } from '../../site/desk'
import { createRefreshFamilyStore } from '../store'
import { createUserKeyStore } from '../user-keys'
import { deviceOf, endFamilies, type Whose } from './rows'
import { aliveTokens, denyTokens } from './tokens-alive'

export const jwtDesk: LaneDesk = {
  /** No more refreshes; an access token that is out there is believed until it expires, unless there is a list of denied ones. */
  async signOut(desk, { id }) {
    const families = createRefreshFamilyStore(desk.db(), desk.sandboxId)
    const { ended } = await families.endAll(id, 'forced', desk.now)
    if (!desk.dials.jwt.userKeys) return endedFamilies(desk, { sub: id }, ended)
    await changeUserKey(desk, id)
    return nothingLeft(ended, 'user_key_changed')
  },
  /** Another key ends what the families do not. */
  async everyone(desk) {
    const count = await endFamilies(desk.db(), desk.sandboxId, 'forced', desk.now)
    await desk.rotateKeys('jwt', false)
    return nothingLeft(count, 'families_ended_key_changed')
  },
  devices: {
    async end(desk, id) {
      const { sandboxId, now } = desk
      const ended = await createRefreshFamilyStore(desk.db(), sandboxId).end(id, 'forced', now)
      if (!ended && !(await deviceOf(desk.db(), sandboxId, id))) return 'unknown_device'
      return endedFamilies(desk, { sid: id }, ended ? 1 : 0)
    },
    beganOn: ({ db, sandboxId }, id) => deviceOf(db(), sandboxId, id),
  },
}

async function changeUserKey({ db, sandboxId, learn }: Desk, subject: string): Promise<void> {
  const number = await createUserKeyStore(db(), sandboxId).change(subject)
  learn({ type: 'user-key-row', known: false, row: { subject, number } })
}

/** What is left of a sign-in when its families have ended. */
async function endedFamilies(desk: Desk, whose: Whose, ended: number): Promise<ForcedSignOut> {
  const { until, because } = await aliveTokens(desk, whose)
  if (desk.dials.jwt.denylist) {
    await denyTokens(desk, whose)
    return nothingLeft(ended, ended > 0 || until ? 'tokens_denied' : 'not_signed_in')
  }
  if (!until || !because) return nothingLeft(ended, ended > 0 ? 'family_ended' : 'not_signed_in')
  const code = ended > 0 && because === 'access_token_lives' ? 'family_ended_access_token_lives' : because
  return { reached: true, ended, credentialsAliveUntil: until.toISOString(), because: code }
}
