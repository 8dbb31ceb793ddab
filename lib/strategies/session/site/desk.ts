/** What the support desk can do in the session lane. */
import { type LaneDesk, nothingLeft } from '../../site/desk'
import { createSessionStore } from '../store'
import { deviceOf, endRow, sessionRows } from './rows'

export const sessionDesk: LaneDesk = {
  /** The row is the sign-in: without it the id in the browser means nothing. */
  async signOut({ db, sandboxId }, { id }) {
    const ended = await createSessionStore(db(), sandboxId).endAll(id)
    return nothingLeft(ended, ended > 0 ? 'row_deleted' : 'nothing_to_delete')
  },
  async everyone({ db, sandboxId }) {
    const { sessions } = await sessionRows.removeAll(db(), sandboxId)
    return nothingLeft(sessions, sessions > 0 ? 'row_deleted' : 'nothing_to_delete')
  },
  devices: {
    async end({ db, sandboxId }, id) {
      const count = await endRow(db(), sandboxId, id)
      return count > 0 ? nothingLeft(count, 'row_deleted') : 'unknown_device'
    },
    beganOn: ({ db, sandboxId }, id) => deviceOf(db(), sandboxId, id),
  },
}
