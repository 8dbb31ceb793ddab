/** What the fields of a request say about the page that asked for it. Pure: pages read it too. All shapes: docs/origins.md. */

export const SIGNALS = ['Sec-Fetch-Site', 'Origin'] as const
export type Signal = (typeof SIGNALS)[number]

/**
 * Which fields say that a page of another site asked; the first of them decides. Each is compared as it came: a browser writes one site
 * value in lower case (Fetch Metadata, "Sec-Fetch-Site") and one origin, serialized (RFC 6454 section 6.2).
 *
 * @param read the value of a field, or null; of two fields of one name both
 * @param own the origin of this site
 */
export function foreignBy(read: (name: Signal) => string | null, own: string): Signal[] {
  return SIGNALS.filter((name) => {
    const value = read(name)
    return value !== null && !OWN[name](value, own)
  })
}

const OWN: Record<Signal, (value: string, own: string) => boolean> = {
  // `none`: nobody's page, but a person. A sibling host (`same-site`) is not this shop.
  'Sec-Fetch-Site': (value) => value === 'same-origin' || value === 'none',
  // `null` is the origin of whoever hides his own: a sandboxed frame has it, and a form that was redirected from elsewhere.
  Origin: (value, own) => value === own,
}
