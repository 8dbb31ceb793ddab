/** What the session lane touches, of one sandbox. */
import type { Wires } from '../../site/wires'
import type { Ports } from '../ports'
import { createSessionStore } from '../store'
import { createSessionIds, weakAdopt, weakCopy, weakKeepId } from './weak'

type Own = 'sessionIds' | 'sessions' | 'adopt' | 'keepId' | 'copyOf' | 'keepsOthers'

export const wireSession: Wires<Pick<Ports, Own>> = {
  sessionIds: ({ dials }) => createSessionIds(dials.session),
  sessions: ({ db, id }) => createSessionStore(db(), id),
  adopt: ({ dials }) => (dials.session.unknownIds === 'adopt' ? weakAdopt : undefined),
  keepId: ({ dials }) => (dials.session.renewal ? undefined : weakKeepId),
  copyOf: ({ dials }) => (dials.session.customer === 'copied' ? weakCopy : undefined),
  keepsOthers: ({ dials }) => dials.session.passwordChange === 'keeps-others',
}
