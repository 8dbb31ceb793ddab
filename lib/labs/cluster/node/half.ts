/**
 * A sign-in that takes two requests, as one with a code from a phone or with a redirect to another server does. What has to be remembered
 * between the two each lane remembers in its own way: sealed, under an id, signed.
 */
import { sealData, unsealData } from 'iron-session'
import { jwtVerify, SignJWT } from 'jose'
import { opaqueValues } from '@/lib/strategies/opaque'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { ClusterKeys } from '../rules'
import { octetsOf, passwordsOf } from './key-forms'
import type { Records } from './records'

export const HALF_COOKIE = '__Secure-half'
/** Seconds between the two. */
export const HALF_LIFE = 60

export interface HalfSignIns {
  begin(subject: string): Promise<string>
  /** Who began; null: nobody that is known here. */
  finish(text: string): Promise<string | null>
}

export function halfSignIns(lane: StrategyName, keys: ClusterKeys, records: Records): HalfSignIns {
  if (lane === 'cookie') return sealed(keys)
  return lane === 'session' ? underId(records) : signed(keys)
}

function sealed(keys: ClusterKeys): HalfSignIns {
  const options = { password: passwordsOf(keys.seal), ttl: HALF_LIFE }
  return {
    begin: (subject) => sealData({ half: subject }, options),
    finish: async (text) => (await unsealData<{ half?: string }>(text, options)).half ?? null,
  }
}

function underId(records: Records): HalfSignIns {
  return {
    async begin(subject) {
      const { value, hash } = opaqueValues.make()
      await records.put(`half/${hash}`, { version: 1, value: { subject } }, 0)
      return value
    },
    async finish(text) {
      const found = await records.find(`half/${opaqueValues.hash(text)}`)
      return found ? (found.value as { subject: string }).subject : null
    },
  }
}

const TYPE = 'half+jwt'

function signed(keys: ClusterKeys): HalfSignIns {
  return {
    begin: (subject) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', typ: TYPE })
        .setSubject(subject)
        .setExpirationTime(`${HALF_LIFE} s`)
        .sign(octetsOf(keys.sign[0]!)),
    async finish(text) {
      for (const key of keys.sign) {
        const rules = { algorithms: ['HS256'], typ: TYPE }
        const verified = await jwtVerify(text, octetsOf(key), rules).catch(() => null)
        if (verified) return verified.payload.sub ?? null
      }
      return null
    },
  }
}
