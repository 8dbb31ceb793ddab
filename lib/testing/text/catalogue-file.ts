/** Where the words of a namespace lie, from the root: lib/i18n/messages.ts loads them from there. */
export function catalogueFile(locale: string, namespace: string): string {
  const [, kind, slug] = /^(lab|lesson)-(.*)$/.exec(namespace) ?? []
  return slug ? `lib/${kind}s/${slug}/${locale}.json` : `lib/i18n/messages/${locale}/${namespace}.json`
}
