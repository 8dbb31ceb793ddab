/**
 * Weak, and only where a sandbox's dial `crossSite` says so: bodies that an HTML form of another site can send without a CORS
 * preflight (Fetch standard, "CORS-safelisted request-header"). It is what cross-site request forgery needs.
 */
export function isForm(request: Request): boolean {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/x-www-form-urlencoded' || type === 'text/plain'
}

/** Names and values; whole numbers become numbers, as a careless handler would have it. */
export function weakFormValues(request: Request, text: string): Record<string, string | number> {
  const plain = request.headers.get('content-type')?.startsWith('text/plain')
  const pairs = [...new URLSearchParams(plain ? text.trim().replace(/\r?\n/g, '&') : text)]
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, /^\d{1,4}$/.test(value) ? Number(value) : value]),
  )
}
