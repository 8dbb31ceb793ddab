/** Where the words of a namespace lie, from the root: lib/i18n/messages.ts loads them from there. */
export function catalogueFile(locale: string, namespace: string): string {
  const slug = /^lab-(.*)$/.exec(namespace)?.[1]
  return slug ? `lib/labs/${slug}/${locale}.json` : `lib/i18n/messages/${locale}/${namespace}.json`
}
