/** Answers of `/labs/frame/…`: a document with the nonce that proxy.ts gave it. */

import { shopOrigin } from '@/lib/http/host'
import { type Handler, methods } from '@/lib/http/methods'
import { problem } from '@/lib/http/problem'
import { names } from '@/lib/process/env'

interface Asked {
  shop: string
  nonce: string
  query: URLSearchParams
}

/** @param make null: that was not asked rightly */
export function framed(make: (asked: Asked) => string | null): ReturnType<typeof methods> {
  const get: Handler = (request) => {
    const policy = request.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? ''
    const shop = shopOrigin(names())
    const document = make({ shop, nonce, query: new URL(request.url).searchParams })
    if (document === null) return problem('not_found')
    return new Response(document, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  }
  return methods({ GET: get })
}
