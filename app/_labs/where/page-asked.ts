/** The framework's part of the pages of lab X24: what they are asked, and how they refuse. */
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { askedOf, type Caller, isFrom } from '@/lib/labs/where/asked'
import type { WherePlace } from '@/lib/labs/where/place'

export type PageParams<More = object> = { params: Promise<WherePlace & More> }

export async function asked(place: WherePlace): Promise<Caller> {
  return (await askedOf(new Headers(await headers()), place)) ?? notFound()
}

/** As the framework's guide does it: whoever is not signed in is sent elsewhere. */
export async function checked(user: string, place: WherePlace): Promise<Caller> {
  const given = await asked(place)
  return (await isFrom(user, given)) ? given : redirect(`${given.shop}/where/open`)
}

/** @throws during a render: the framework lets only a Server Action and a route handler set a cookie */
export async function tellBrowser(lines: string[]): Promise<void> {
  const jar = await cookies()
  for (const { name, value, path, maxAge, httpOnly, secure, sameSite } of lines.map((line) =>
    readSetCookie(line),
  ))
    jar.set(name, value, {
      ...{ path: path ?? '/', httpOnly, secure },
      ...(maxAge !== null && { maxAge }),
      ...(sameSite && { sameSite: sameSite.toLowerCase() as 'lax' }),
    })
}

/** In a component. @returns what the framework says to it; null: nothing */
export async function triedInRender(lines: string[]): Promise<string | null> {
  try {
    await tellBrowser(lines)
    return null
  } catch (error) {
    return (error as Error).message
  }
}
