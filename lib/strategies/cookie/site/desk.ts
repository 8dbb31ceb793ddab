/** What the support desk can do in the cookie lane. */
import { type Desk, type LaneDesk, nothingLeft } from '../../site/desk'
import { createGenerationStore } from '../store'
import { sealsOf } from './seals-seen'

export const cookieDesk: LaneDesk = {
  /**
   * The shop keeps nothing that it could end. It can only say until when a visit may live, from what was seen. With a number per
   * customer it keeps one thing, and all visits of an older number are refused.
   */
  async signOut(desk, { id, email }) {
    const { generation, protection } = desk.dials.cookie
    if (generation) {
      await raise(desk, id)
      return nothingLeft(0, protection === 'plain' ? 'generation_raised_alterable' : 'generation_raised')
    }
    return sealsOf(email, desk)
  },
  /** Another key ends them all. */
  async everyone(desk) {
    const { protection, generation } = desk.dials.cookie
    if (protection !== 'plain') {
      await desk.rotateKeys('cookie', false)
      return nothingLeft(0, 'key_changed')
    }
    // There is no key to change. A number per customer ends what says who it is of; whoever alters it comes back.
    if (!generation) return 'not_possible'
    for (const id of desk.customers()) await raise(desk, id)
    return nothingLeft(0, 'generation_raised_alterable')
  },
  devices: null,
}

async function raise({ db, sandboxId, learn }: Desk, userId: string): Promise<void> {
  const generation = await createGenerationStore(db(), sandboxId).raise(userId)
  learn({ type: 'generation-row', known: false, row: { userId, generation } })
}
