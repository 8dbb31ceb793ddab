import { methods } from '@/lib/http/methods'
import { owned, ownedWrite } from '@/lib/sandbox/owner/control'
import { AnySettings, answerSettings, turnDials } from '@/lib/sandbox/owner/turn-dials'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ sandbox }) => answerSettings(sandbox)),
  PATCH: ownedWrite(AnySettings, turnDials),
})
