/**
 * What each operation of each port costs in statements, tells a reader, and gives away about where things lie. What is a lane's own, the
 * lane says. The compiler holds these tables to the ports: an operation that is missing does not build.
 */
import type { AllPorts } from '@/lib/strategies/ports'
import { madeBy, type PortTable } from '@/lib/strategies/site/watched'
import { LANE_PORTS } from '@/lib/strategies/site/watched-lanes'

const lengthOf = (values: string[]) => values.reduce((sum, value) => sum + value.length, 0)

const COOKIES: PortTable<AllPorts['cookies']> = {
  source: madeBy('lib/http/cookies.ts', 'cookiesOf'),
  operations: {
    read: {
      ok: (values) => values.length === 1,
      facts: (values, name) => ({ name, values: values.length, bytes: lengthOf(values) }),
    },
    write: {
      facts: (_, { name, value, maxAge, httpOnly, sameSite }) => ({
        name,
        bytes: name.length + value.length,
        maxAge,
        httpOnly,
        sameSite,
      }),
    },
  },
}

export const WATCHED = { cookies: COOKIES, ...LANE_PORTS }
