/**
 * Passwords of the demo users. scrypt with the figures of the OWASP Password Storage Cheat Sheet
 * (N = 2^14, r = 8, p = 5: 16 MiB each). Two at a time and in turns, so that a rush of sign-ins costs time and not memory, and whoever
 * guesses holds up nobody else.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { perProcess } from '@/lib/process/once'
import { FairLine, type Turn } from '@/lib/shares/fair-line'

const LOG_N = 14
const BLOCK = 8
const PARALLEL = 5
const SALT_BYTES = 16
const HASH_BYTES = 32
const MOST_MEMORY = 64 * 1024 * 1024
const AT_ONCE = 2

const FORMAT = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/

/** Milliseconds of one hash on one core, about. */
const USUAL = 100

const line = () => perProcess('password-line', () => new FairLine({ atOnce: AT_ONCE, usual: USUAL }))

/** Returns `$scrypt$ln=14,r=8,p=5$salt$hash`, salt and hash in base64url. @throws Busy */
export async function hashPassword(password: string, turn: Turn): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return written(salt, await derive(turn, password, salt, LOG_N, BLOCK, PARALLEL))
}

/** Compared in constant time. A hash of another form verifies nothing. @throws Busy */
export async function verifyPassword(password: string, hash: string, turn: Turn): Promise<boolean> {
  const [, logN, block, parallel, salt, expected] = FORMAT.exec(hash) ?? []
  if (!salt || !expected) return false
  const actual = await derive(
    turn,
    password,
    Buffer.from(salt, 'base64url'),
    Number(logN),
    Number(block),
    Number(parallel),
  )
  return timingSafeEqual(actual, Buffer.from(expected, 'base64url'))
}

const DECOY = written(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))

/** For users that do not exist: verifying against it takes as long and never succeeds (ASVS 6.3.8). */
export function decoyHash(): string {
  return DECOY
}

function written(salt: Buffer, hash: Buffer): string {
  const parameters = `ln=${LOG_N},r=${BLOCK},p=${PARALLEL}`
  return `$scrypt$${parameters}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

function derive(
  turn: Turn,
  password: string,
  salt: Buffer,
  logN: number,
  r: number,
  p: number,
): Promise<Buffer> {
  const options = { N: 2 ** logN, r, p, maxmem: MOST_MEMORY }
  return line().run(
    turn,
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}
