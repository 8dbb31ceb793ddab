import { headers } from 'next/headers'

/** The nonce that proxy.ts gave this request. Reading it makes the page dynamic, as a nonce must. */
export async function nonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy')
  return policy?.match(/'nonce-([^']+)'/)?.[1]
}
