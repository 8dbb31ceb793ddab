/** What is read off the credential of an exchange: how it travels, what it says to its holder, what of it the server keeps. */
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { CLAIM_KINDS, claimKind } from '../credential/claims'
import { carriesCredential } from '../evidence/heads'
import { partsOf } from '../wire/wire-parts'

type Reading = (exchange: Exchange) => string | null

const namedIn = (lines: Exchange['request']['headers'], name: string) =>
  lines.find(([field]) => field.toLowerCase() === name)?.[1]

/** The part before the first space. */
const schemeOf = (value = 'none') => value.split(' ', 1)[0]!.toLowerCase()

/** How many characters of the request are a credential of this lane. A masked one says how many it had. */
function charactersOf(exchange: Exchange): string {
  const lines = exchange.request.headers.filter((line) => carriesCredential('request', line, exchange))
  const texts = lines.flatMap((line) => partsOf('request', line).filter(({ kind }) => kind === 'credential'))
  const counts = texts.map(({ text }) => maskedLength(text)?.length ?? text.length)
  return String(counts.reduce((sum, one) => sum + one, 0))
}

/** The readable token that lies in the browser afterwards; null: there is none. */
const tokenOf = ({ stored }: Exchange) =>
  stored.after.find(({ side, form, credential }) => side === 'browser' && form === 'signed' && credential)

const claim =
  (name: string): Reading =>
  (exchange) =>
    tokenOf(exchange)?.contents.find((one) => one.name === name)?.value ?? null

/** Which step found out who is asking. */
const KNOWN_BY: Readonly<Record<string, string>> = {
  'seals.unseal': 'seal',
  'sessions.find': 'row',
  'accessTokens.verify': 'signature',
}
/** Which step made what the browser holds from now on. */
const ISSUED_AS: Readonly<Record<string, string>> = {
  'seals.seal': 'seal',
  'sessions.insert': 'id',
  'sessions.replace': 'id',
  'accessTokens.sign': 'token',
}

const stepIn =
  (words: Readonly<Record<string, string>>): Reading =>
  ({ steps }) =>
    steps.map(({ port, operation }) => words[`${port}.${operation}`]).find(Boolean) ?? 'none'

/** In their order, with "+" between. */
const listed = (names: readonly string[]) => names.join('+') || 'none'

export const OF_CREDENTIAL = {
  'authorization-scheme': ({ request }) => schemeOf(namedIn(request.headers, 'authorization')),
  /** By which scheme the answer asks for a credential. */
  challenge: ({ response }) => schemeOf(namedIn(response?.headers ?? [], 'www-authenticate')),
  'credential-characters': charactersOf,
  /** Attributes of the first cookie that is set, as they are named. */
  'cookie-attributes': ({ response }) => {
    const line = namedIn(response?.headers ?? [], 'set-cookie')
    return line ? listed(readSetCookie(line).attributes.map(({ name }) => name.toLowerCase())) : null
  },
  'known-by': stepIn(KNOWN_BY),
  'issued-as': stepIn(ISSUED_AS),
  'token-claims': (exchange) => {
    const token = tokenOf(exchange)
    return token ? listed(token.contents.map(({ name }) => name).toSorted()) : null
  },
  /** Of RFC 7519 section 4: which of the three there are. */
  'token-claim-kinds': (exchange) => {
    const token = tokenOf(exchange)
    const kinds = new Set(token?.contents.map(({ name }) => claimKind(name)))
    return token ? listed(CLAIM_KINDS.filter((kind) => kinds.has(kind))) : null
  },
  'token-issuer': claim('iss'),
  'token-subject': claim('sub'),
  /** Is it meant for the shop that the request was sent to? */
  'token-audience': (exchange) => {
    const audience = claim('aud')(exchange)
    return audience && (exchange.request.target.split('/').includes(audience) ? 'this-shop' : 'another')
  },
  /** Columns on the server that hold a hash, and so nothing that lets in. */
  'kept-as-hash': ({ stored }) => {
    const rows = stored.after.filter(({ place }) => place === 'row')
    const hashed = rows.flatMap(({ contents }) => contents.filter(({ form }) => form === 'hashed'))
    return listed([...new Set(hashed.map(({ name }) => name))])
  },
  /** Credentials that lie on the server so that they let in whoever reads them there. */
  'usable-on-server': ({ stored }) => {
    const usable = stored.after.filter(
      ({ side, credential, form }) => side === 'server' && credential && form !== 'hashed',
    )
    return String(usable.length)
  },
} as const satisfies Record<string, Reading>
