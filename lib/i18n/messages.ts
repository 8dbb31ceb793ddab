import { filledIn } from './filled-in'
import type { Messages } from './format'
import { NAMESPACES, type Namespace } from './namespaces'
import type { Locale } from './routing'

/** By the file as it is imported: once a process, and anew when it changes in development. */
const filled = new WeakMap<Messages, Messages>()

export async function loadMessages(
  locale: Locale,
  namespaces: readonly Namespace[] = NAMESPACES,
): Promise<Record<string, Messages>> {
  const files = namespaces.map(async (namespace) => {
    const file: { default: Messages } = await import(`./messages/${locale}/${namespace}.json`)
    const messages = filled.get(file.default) ?? filledIn(file.default)
    filled.set(file.default, messages)
    return [namespace, messages] as const
  })
  return Object.fromEntries(await Promise.all(files))
}
