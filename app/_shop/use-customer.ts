'use client' // reads the live store

import { useLive } from './live'
import type { DemoUser } from './live-types'

/** The demo customer, and the person at the desk: one of each in every sandbox. */
export function useCustomer(): DemoUser | undefined {
  return useLive((live) => live.users).find(({ role }) => role === 'customer')
}

export function useSupport(): DemoUser | undefined {
  return useLive((live) => live.users).find(({ role }) => role === 'support')
}

export const firstName = (user: DemoUser) => user.name.split(' ')[0]!
