'use server'
// Server Actions of lab X24: each is an address of its own, whatever page it stands on.
import { z } from 'zod'
import { isFrom, orderAgain, renewedLines } from '@/lib/labs/where/asked'
import { asked, tellBrowser } from './page-asked'

const text = z.string().max(40)
const Place = z.strictObject({ lane: text, sandbox: text, device: text })
const Given = z.tuple([Place, text])

/** Its page has seen to it who may come here. */
export async function orderUnchecked(...given: unknown[]): Promise<void> {
  const read = Given.safeParse(given.slice(0, 2))
  if (read.success) await orderAgain(read.data[1], await asked(read.data[0]))
}

export async function orderChecked(...given: unknown[]): Promise<void> {
  const read = Given.safeParse(given.slice(0, 2))
  if (!read.success) return
  const [place, user] = read.data
  const who = await asked(place)
  if (await isFrom(user, who)) await orderAgain(user, who)
}

export async function renewHere(...given: unknown[]): Promise<void> {
  const read = Place.safeParse(given[0])
  if (read.success) await tellBrowser(await renewedLines(await asked(read.data)))
}
