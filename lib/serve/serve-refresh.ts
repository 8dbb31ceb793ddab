/** POST /refresh: the one operation that only the JWT lane has. */
import { methods } from '@/lib/http/methods'
import { json, problem } from '@/lib/http/problem'
import { refresh } from '@/lib/strategies/jwt/refresh'
import { challenge } from './challenge'
import { enter } from './enter'

export const serveRefresh = () =>
  methods({
    POST: async (request, { params }) => {
      const entered = await enter('jwt', request, await params)
      if (entered instanceof Response) return entered
      return entered.guard(async () => {
        const refreshed = await refresh(entered.ports)
        entered.recorder?.opened(refreshed)
        if (refreshed.status === 'valid') return json(refreshed.issued)
        const code = CODES[refreshed.status]
        return problem(code, { reason: refreshed.reason, headers: challenge('jwt', code) })
      })
    },
  })

const CODES = {
  absent: 'sign_in_required',
  expired: 'credential_expired',
  refused: 'credential_refused',
} as const
