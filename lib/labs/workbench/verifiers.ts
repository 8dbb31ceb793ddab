/** Throw-away keys, and what opens with them: by a verifier that obeys the header, by the lane's own, and by a library alone. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { sealData, unsealData } from 'iron-session'
import { jwtVerify } from 'jose'
import type { Dials } from '@/lib/strategies/dials'
import type { SigningKey } from '@/lib/strategies/jwt/credential'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { carelesslyAccepts } from './careless-verifier'
import { type Forgery, forgeries, hmacSigned } from './forge'
import { formOf, headerOf, readable, spellings } from './forms'

type Algorithm = Dials['jwt']['algorithm']

export interface ForgeryVerdicts {
  /** Which forgeries each takes. */
  careless: Forgery[]
  strict: Forgery[]
}

export async function judged(algorithm: Algorithm): Promise<ForgeryVerdicts> {
  const key = throwAwayKey(algorithm)
  const strict = createAccessTokens([key], 'bench', { algorithm, tolerance: 0 })
  const iat = Math.floor(Date.now() / 1000)
  const genuine = await strict.sign({ sub: 'mina', sid: 'bench', jti: 'bench', iat, exp: iat + 60 })
  const forged = forgeries(headerOf(genuine), readable(genuine)!, key.publicKey ?? null)
  const answers = await Promise.all(forged.map(({ token }) => strict.verify(token, new Date())))
  return {
    careless: forged.filter(({ token }) => carelesslyAccepts(token, key)).map(({ by }) => by),
    strict: forged.filter((_, index) => answers[index]!.status === 'valid').map(({ by }) => by),
  }
}

function throwAwayKey(algorithm: Algorithm): SigningKey {
  if (algorithm === 'HS256') return { kid: '1', key: randomBytes(32) }
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
  return { kid: '1e', key, publicKey }
}

/** How many other spellings of one text a library takes, where the lane takes one. null: there is no library in it. */
export async function openedByLibrary(like: string): Promise<number | null> {
  const form = formOf(like)
  if (form === 'token') return openedByJose()
  return form === 'sealed' ? openedByIronSession() : null
}

async function openedByJose(): Promise<number> {
  const secret = randomBytes(32)
  const texts = spellings(hmacSigned({ alg: 'HS256' }, { sub: 'mina' }, secret))
  const opened = await Promise.allSettled(texts.map((text) => jwtVerify(text, secret)))
  return opened.filter(({ status }) => status === 'fulfilled').length
}

async function openedByIronSession(): Promise<number> {
  const password = randomBytes(32).toString('base64url')
  const texts = spellings(await sealData({ sub: 'mina' }, { password, ttl: 0 }))
  // A seal that does not open is an empty object, and no error.
  const opened = await Promise.all(texts.map((text) => unsealData(text, { password, ttl: 0 })))
  return opened.filter((said) => Object.keys(said as object).length > 0).length
}
