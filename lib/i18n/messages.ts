import { filledIn } from './filled-in'
import type { Messages } from './format'
import { NAMESPACES, type Namespace } from './namespaces'
import type { Locale } from './routing'

/** By the file as it is imported: once a process, and anew when it changes in development. */
const filled = new WeakMap<Messages, Messages>()

/** Of the site, or those that are named: the words of a lab or a lesson are loaded by name. */
export async function loadMessages(
  locale: Locale,
  namespaces: readonly Namespace[] = NAMESPACES,
): Promise<Record<string, Messages>> {
  const files = namespaces.map(async (namespace) => {
    const file = await load(locale, namespace)
    const messages = filled.get(file.default) ?? filledIn(file.default)
    filled.set(file.default, messages)
    return [namespace, messages] as const
  })
  return Object.fromEntries(await Promise.all(files))
}

/** @throws where there is no such file */
function load(locale: Locale, namespace: Namespace): Promise<{ default: Messages }> {
  const [, kind, slug] = /^(lab|lesson)-(.*)$/.exec(namespace) ?? []
  if (kind === 'lab') return import(`../labs/${slug}/${locale}.json`)
  if (kind === 'lesson') return import(`../lessons/${slug}/${locale}.json`)
  return import(`./messages/${locale}/${namespace}.json`)
}
