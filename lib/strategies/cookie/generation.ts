/** The dial `generation`. Off, the server remembers nothing, and none of this touches the store. */
import type { Customer } from '@/lib/shop/visit'
import type { SealedVisit } from './credential'
import type { Ports } from './ports'

/** A visit that was sealed before the dial was on has no number, and counts as the first. */
export async function isOutdated({ dials, generations }: Ports, { customer, generation }: SealedVisit) {
  if (!dials.cookie.generation || !customer) return false
  return (generation ?? 1) < (await generations.current(customer.id))
}

/** What a new visit of this customer is sealed with; undefined: the dial is off. */
export async function generationOf({ dials, generations }: Ports, customer: Customer | null) {
  return dials.cookie.generation && customer ? generations.current(customer.id) : undefined
}

/** undefined: the dial is off, and nothing was ended. */
export async function raiseGeneration({ dials, generations }: Ports, customer: Customer | null) {
  return dials.cookie.generation && customer ? generations.raise(customer.id) : undefined
}
