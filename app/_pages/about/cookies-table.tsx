import { getTranslations } from 'next-intl/server'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import { Facts } from '@/app/_ui/reading/reading'
import { SANDBOX_LIFE } from '@/lib/sandbox/world/sandbox'
import { DEFAULT_DIALS } from '@/lib/strategies/dials'
import { LANES } from '@/lib/strategies/lanes'
import { REFRESH_LIFE, VISIT_LIFE } from '@/lib/strategies/lifetimes'

const HOUR = 60 * 60

const [access, refresh] = LANES.jwt.cookies

/** [name, what it holds, where it is sent, for how many seconds]: the first two and the last are words of the catalogue. */
const COOKIES = [
  ['__Secure-owner', 'owner', 'panel', '/api/sandbox', SANDBOX_LIFE],
  [LANES.cookie.cookies[0].name, 'visit', 'any-device', '/api/cookie/…/…', VISIT_LIFE],
  [
    LANES.session.cookies[0].name,
    'session',
    'any-device',
    '/api/session/…/…',
    DEFAULT_DIALS.session.absolute,
  ],
  [refresh.name, 'refresh', 'any-refresh', '/api/jwt/…/…/refresh', REFRESH_LIFE],
  // It outlives the token in it: see writeAccessCookie.
  [access.name, 'access', 'any-device', '/api/jwt/…/…', REFRESH_LIFE],
] as const

export async function CookiesTable() {
  const t = await getTranslations('about.cookies')
  return (
    <Facts list>
      <ColumnHeads
        columns={(['name', 'holds', 'path', 'life'] as const).map((column) => ({ head: t(column) }))}
      />
      <tbody>
        {COOKIES.map(([name, holds, sentTo, path, seconds]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{t(holds)}</td>
            <td>
              <span>{t(sentTo)}</span> <code>{path}</code>
            </td>
            <td>{t('hours', { n: Math.round(seconds / HOUR) })}</td>
          </tr>
        ))}
      </tbody>
    </Facts>
  )
}
