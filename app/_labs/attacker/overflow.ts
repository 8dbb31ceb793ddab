/** More cookies than a browser keeps for one host: which go? Only where nobody else's are. */
import type { Errand, Report } from '@/lib/labs/attacker/errand'
import { Jar } from './jar-client'

const PARTS = Array.from({ length: 10 }, (_, part) => part)

export async function overflow({ ticket }: Errand): Promise<Report> {
  const jar = new Jar(ticket)
  const { others } = await jar.echo()
  // Another server of this machine may have set them: cookies know no ports.
  if (others > 0) return { others }
  await jar.set('credentials', ...PARTS.map((part) => `fill-${part}`))
  const plain = await lookAt(jar)
  await jar.set(...PARTS.map((part) => `secure-${part}`))
  const secure = await lookAt(jar)
  for (const kind of ['fill', 'secure']) await jar.set(...PARTS.map((part) => `clear-${kind}-${part}`))
  await jar.set('clear-credentials')
  return {
    others,
    set: 25 * PARTS.length + 2,
    kept: plain.kept,
    plain: plain.has('bench-plain-credential'),
    secure: plain.has('bench-secure-credential'),
    firstKept: plain.firstKept,
    secureAfterFlood: secure.has('bench-secure-credential'),
    left: (await jar.echo()).ours.length,
  }
}

async function lookAt(jar: Jar) {
  const names = (await jar.echo()).ours.map(([name]) => name)
  const numbers = names.flatMap((name) => /^bench-fill-(\d+)$/.exec(name)?.slice(1).map(Number) ?? [])
  return {
    kept: names.length,
    firstKept: numbers.length > 0 ? Math.min(...numbers) + 1 : 0,
    has: (name: string) => names.includes(name),
  }
}
