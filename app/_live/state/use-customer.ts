'use client' // reads the live store

import { useLive } from './store'
import type { DemoUser } from './types'

/** The demo customer, and the person at the desk: one of each in every sandbox. By name, because a role can be changed. */
export function useCustomer(): DemoUser | undefined {
  return useLive((live) => live.users).find(({ email }) => email.startsWith('mina@'))
}

export function useSupport(): DemoUser | undefined {
  return useLive((live) => live.users).find(({ email }) => email.startsWith('sam@'))
}

export const firstName = (user: DemoUser) => user.name.split(' ')[0]!
