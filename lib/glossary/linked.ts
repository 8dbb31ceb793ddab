/** Finds the terms of the glossary in a text, so that each can be linked where a page uses it first. Pure. */

/** How a term is written in a language. */
export interface TermName {
  id: string
  forms: readonly string[]
}

/** Words that mean more than the term does: a link on them would mislead. */
const TOO_COMMON = new Set(['issue', 'store', 'sign', 'forge', 'encode', 'role', 'cache', 'claim'])

/** @param names of the catalogue `glossary`: "access token", "동일 사이트", "인증 코드(MAC)" */
export function termNames(names: Readonly<Record<string, { name: string }>>): TermName[] {
  return Object.entries(names)
    .filter(([id]) => !TOO_COMMON.has(id))
    .map(([id, { name }]) => ({ id, forms: formsOf(name) }))
}

/** What stands before a bracket, and what stands in it where that is a word of its own: "CSRF (cross-site request forgery)". */
function formsOf(name: string): string[] {
  if (!name.endsWith(')')) return [name]
  const [before = '', inside] = name.split(/[()]/)
  return inside && /^[A-Z]{3,}$/.test(inside) ? [before.trim(), inside] : [before.trim()]
}

export type TextPart = string | { term: string; text: string }

/**
 * The text in parts. The longest term wins where two begin at one place ("session cookie" before "session").
 * @param known ids that are not linked any more: the page did so before. Those that are found are added.
 */
export function linkedParts(text: string, names: readonly TermName[], known: Set<string>): TextPart[] {
  const parts: TextPart[] = []
  let rest = text
  for (let found = firstIn(rest, names); found; found = firstIn(rest, names)) {
    const { id, at, form } = found
    parts.push(rest.slice(0, at), known.has(id) ? form : { term: id, text: form })
    known.add(id)
    rest = rest.slice(at + form.length)
  }
  return joined([...parts, rest])
}

/** The texts of a page in their order, each term in parts where it comes first. */
export function linkedTexts(
  texts: readonly (readonly [key: string, text: string])[],
  names: readonly TermName[],
): ReadonlyMap<string, TextPart[]> {
  const known = new Set<string>()
  return new Map(texts.map(([key, text]) => [key, linkedParts(text, names, known)]))
}

interface Found {
  id: string
  at: number
  /** As the text writes it. */
  form: string
}

function firstIn(text: string, names: readonly TermName[]): Found | null {
  const found = names.flatMap(({ id, forms }) =>
    forms.flatMap((form) => {
      const match = expressionOf(form).exec(text)
      return match ? [{ id, at: match.index, form: match[0] }] : []
    }),
  )
  return found.toSorted((a, b) => a.at - b.at || b.form.length - a.form.length)[0] ?? null
}

const expressions = new Map<string, RegExp>()

/** Latin words stand alone and may be plural; Korean ones carry their particle. */
function expressionOf(form: string): RegExp {
  const known = expressions.get(form)
  if (known) return known
  const literal = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isLatin = /^[\x20-\x7e]+$/.test(form)
  const made = isLatin
    ? new RegExp(`(?<![\\w-])${literal}(?:s|es)?(?![\\w-])`, /^[A-Z]/.test(form) ? '' : 'i')
    : new RegExp(literal)
  expressions.set(form, made)
  return made
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const all: TextPart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else if (part !== '') all.push(part)
  }
  return all
}
