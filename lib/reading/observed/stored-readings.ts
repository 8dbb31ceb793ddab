/** What is read off what lies in the browser and on the server after an exchange, and off what the answer said. */
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'

type Reading = (exchange: Exchange) => string | null

const cookiesOf = ({ stored, device }: Exchange) =>
  stored.after.filter((one) => one.place === 'cookie' && one.device === device)

const rowsOf = ({ stored }: Exchange) => stored.after.filter(({ place }) => place === 'row')

/** In their order, each once; "none". */
const formsOf = (artifacts: readonly Artifact[]) =>
  [...new Set(artifacts.map(({ form }) => form))].join('+') || 'none'

export const OF_STORED = {
  /** Cookies of this lane in the browser. */
  cookies: (exchange) => String(cookiesOf(exchange).length),
  'cookie-form': (exchange) => formsOf(cookiesOf(exchange)),
  'row-form': (exchange) => formsOf(rowsOf(exchange)),
  /** Columns and claims of what is stored that are named after a password. */
  'passwords-stored': ({ stored }) => {
    const names = stored.after.flatMap(({ contents }) => contents.map(({ name }) => name))
    return String(names.filter((name) => /pass/i.test(name)).length)
  },
  /** Lines of the cart in the answer; null: it tells of none. */
  'cart-lines': ({ answered }) => (answered?.cart ? String(answered.cart.lines.length) : null),
  /** The name in the address that the credential speaks for. */
  'signed-in-as': ({ credential }) => credential.email?.split('@')[0] ?? 'nobody',
} as const satisfies Record<string, Reading>
