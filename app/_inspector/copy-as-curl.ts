import { curlOf } from '@/lib/trace/curl'
import { fetchWhole } from './reveal'

/** `example`: the request had a body; bodies are not recorded, so that of the command is made up. `failed`: not kept, or not allowed. */
export type Copied = 'whole' | 'example' | 'failed'

/** The command needs the real credential: it is fetched for this one copy and not kept. */
export async function copyAsCurl(id: string): Promise<Copied> {
  const whole = await fetchWhole(id)
  if (!whole) return 'failed'
  try {
    await navigator.clipboard.writeText(curlOf(whole, location.origin))
    return whole.request.bodyBytes > 0 ? 'example' : 'whole'
  } catch {
    return 'failed'
  }
}
