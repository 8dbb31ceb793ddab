import type { Messages } from './format'
import { NAMESPACES, type Namespace } from './namespaces'
import type { Locale } from './routing'

export async function loadMessages(
  locale: Locale,
  namespaces: readonly Namespace[] = NAMESPACES,
): Promise<Record<string, Messages>> {
  const files = namespaces.map(async (namespace) => {
    const file = await import(`./messages/${locale}/${namespace}.json`)
    return [namespace, file.default as Messages] as const
  })
  return Object.fromEntries(await Promise.all(files))
}
