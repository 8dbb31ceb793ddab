/** What the framework's router in a browser sends. Anybody can send the same. */
import type { Reply } from '../stage/client'
import type { ServerStage } from '../stage/server-stage'

type Client = ServerStage['laptop']

/** A page of the lab, beneath the shop of its device: segments of its address. */
export type Segments = readonly string[]

/**
 * As at a click on a link: "this page I have, give me that one". The server believes the tree, and draws only what is not in it
 * (next/dist/client/components/router-reducer/fetch-server-response).
 */
export async function navigated(client: Client, from: Segments, to: Segments): Promise<Reply> {
  const tree = encodeURIComponent(JSON.stringify(['', { children: treeOf(client, from) }]))
  const asked = `${to.join('/')}?_rsc=${await cacheKey(tree)}`
  return client.send('GET', asked, undefined, [
    ['RSC', '1'],
    ['Next-Router-State-Tree', tree],
  ])
}

type Tree = readonly [segment: string | readonly [string, string, 'd', null], children: object]

function treeOf({ strategy, path, device }: Client, page: Segments): Tree {
  const sandbox = path.split('/')[3]!
  const parts: Tree[0][] = [
    'api',
    ['lane', strategy, 'd', null],
    ['sandbox', sandbox, 'd', null],
    ['device', device, 'd', null],
    '(where)',
    ...page.map((part) => (part === 'mina' ? (['user', part, 'd', null] as const) : part)),
  ]
  return parts.reduceRight<Tree>((children, segment) => [segment, { children }], ['__PAGE__', {}])
}

/** The framework sends whoever has a wrong one to the right one, for the sake of caches (next/dist/shared/lib/router/utils). */
async function cacheKey(tree: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`0,0,${tree},0`))
  const text = btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 12)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Calls the Server Action of the form with this id: its name stands in the page for whoever looks. @throws where there is no such form */
export async function called(client: Client, page: string, form: string, args: unknown[]): Promise<Reply> {
  const { text } = await client.get(page)
  const [, id] = new RegExp(`<form id="${form}".*?&quot;id&quot;:&quot;([0-9a-f]+)`).exec(text) ?? []
  if (!id) throw new Error(`the page has no form ${form}`)
  return client.send('POST', page, JSON.stringify(args), [
    ['Next-Action', id],
    ['Content-Type', 'text/plain;charset=UTF-8'],
    ['Accept', 'text/x-component'],
  ])
}

/** `in-source`: a person does not see it, and the answer holds it all the same. */
export function seenIn({ text, headers }: Reply, order: string): 'shown' | 'in-source' | 'refused' {
  if (!text.includes(order)) return 'refused'
  const isPage = headers.get('content-type')?.startsWith('text/html')
  return isPage && !text.replace(/<script\b.*?<\/script>/gs, '').includes(order) ? 'in-source' : 'shown'
}

/** What the page says in its `output`: the framework's message. */
export const saidIn = ({ text }: Reply): string =>
  (/<output>(.*?)(?:\. |<)/s.exec(text)?.[1] ?? '').replaceAll('&#x27;', "'")
