/**
 * A JSON object as it is written: each member with the text of its value and the place of that, so that it can be shown and changed
 * without a way through a number type. A number of JSON has as many digits as it has (RFC 8259 section 6). Pure.
 */

export interface JsonMember {
  /** Without its quotes and escapes. */
  name: string
  /** The value, letter for letter. */
  text: string
  /** Where it stands. */
  start: number
  end: number
  /** This object has the name more than once. */
  repeated: boolean
  /** Names that an object within the value has more than once. */
  repeatedWithin: string[]
}

/** A string, one of the six structural characters, or a number or literal (RFC 8259 section 2). */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g

/** null: not one JSON text, or not an object. */
export function membersOf(json: string): JsonMember[] | null {
  if (!isObject(json)) return null
  const members: JsonMember[] = []
  /** Of each container that is open. */
  const names: Set<string>[] = []
  let member: JsonMember | undefined
  let before = ''
  // It is valid JSON: a colon comes behind a name and nowhere else.
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    if (token === ':') {
      const name: string = JSON.parse(before)
      if (names.length === 1) {
        member = { name, text: '', start: 0, end: 0, repeated: false, repeatedWithin: [] }
        members.push(member)
      } else if (names.at(-1)!.has(name)) member?.repeatedWithin.push(name)
      names.at(-1)!.add(name)
    } else if (token === ',' && names.length === 1) member = undefined
    else {
      if (token === '}' || token === ']') names.pop()
      if (member && names.length > 0) {
        member.start ||= index
        member.end = index + token.length
      }
      if (token === '{' || token === '[') names.push(new Set())
    }
    before = token
  }
  return members.map((one) => ({
    ...one,
    text: json.slice(one.start, one.end),
    repeated: members.filter(({ name }) => name === one.name).length > 1,
  }))
}

/** As the parsers of most languages have it, and as RFC 7519 section 4 allows: of a repeated name the last counts. */
export const lastNamed = (members: readonly JsonMember[], name: string): JsonMember | undefined =>
  members.findLast((one) => one.name === name)

export const isString = (text: string) => text.startsWith('"')
export const isNumber = (text: string) => /^-?[0-9]/.test(text)

/** The same text with another value there, and nothing else of it changed. */
export const withValue = (json: string, { start, end }: JsonMember, text: string): string =>
  json.slice(0, start) + text + json.slice(end)

/** @param text of an object */
export function withMember(json: string, name: string, text: string): string {
  const end = json.lastIndexOf('}')
  const comma = /\{\s*$/.test(json.slice(0, end)) ? '' : ','
  return `${json.slice(0, end)}${comma}${JSON.stringify(name)}:${text}${json.slice(end)}`
}

/** A mark of the byte order may be ignored (RFC 8259 section 8.1). */
function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
