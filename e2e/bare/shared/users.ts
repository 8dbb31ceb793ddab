/** Two people, where your table of users would be. The passwords are in the README beside; here is what one would store of them. */
import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Customer } from '@/lib/shop/visit'
import type { UserDirectory } from '@/lib/strategies/strategy'

interface Stored extends Customer {
  salt: string
  hash: string
}

const MINA: Stored = {
  id: 'mina',
  email: 'mina@shop.example',
  name: 'Mina',
  role: 'customer',
  discount: 0,
  salt: 'l9_82xKrw97YyZwsTAR8AA',
  hash: 'E-LVnOyTGVttFoPBScqvQPdwhUh-Bg4cp6Eok3e18eg',
}

const SAM: Stored = {
  id: 'sam',
  email: 'sam@shop.example',
  name: 'Sam',
  role: 'support',
  discount: 0,
  salt: 'VjD76ws3Oyqh1Wm4elx6yg',
  hash: '3_DUHi261HhlaJMhosuYpsDQAGUNTI1b0DCa7t0yIXs',
}

const STORED = [MINA, SAM]

export const users: UserDirectory = {
  find: (id) => customerOf(STORED.find((user) => user.id === id)),
  passwordChangedAt: () => null,
}

/** An unknown address takes as long as a wrong password (ASVS 5.0, 6.3.8). */
export async function checkPassword(email: unknown, password: unknown): Promise<Customer | null> {
  const user = STORED.find((one) => one.email === email)
  const { salt, hash } = user ?? MINA
  const derived = await derive(String(password), Buffer.from(salt, 'base64url'))
  return timingSafeEqual(derived, Buffer.from(hash, 'base64url')) ? customerOf(user) : null
}

function customerOf(user: Stored | undefined): Customer | null {
  if (!user) return null
  const { salt: _, hash: __, ...customer } = user
  return customer
}

/** The figures of the OWASP Password Storage Cheat Sheet. */
const FIGURES = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 }

const derive = (password: string, salt: Buffer) => scryptFor(password.normalize('NFC'), salt, 32, FIGURES)

const scryptFor = promisify<string, Buffer, number, object, Buffer>(scrypt)
