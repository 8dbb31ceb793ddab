// Did this answer bring an access token in its body? No header line shows that.
import type { Artifact } from '@/lib/trace/artifact'
import type { Exchange } from '@/lib/trace/exchange'

const inPage = ({ place, name }: Artifact) =>
  (place === 'memory' || place === 'localStorage') && name === 'access token'

/** Its octets; null: none came. A token that is held now and was not held like this before came with the answer. */
export function issuedToken({ stored, device }: Pick<Exchange, 'stored' | 'device'>): number | null {
  const held = (artifacts: readonly Artifact[]) =>
    artifacts.find((one) => one.device === device && inPage(one))
  const [before, after] = [held(stored.before), held(stored.after)]
  return after && JSON.stringify(after.contents) !== JSON.stringify(before?.contents) ? after.bytes : null
}
