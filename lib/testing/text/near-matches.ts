/**
 * Texts that an expression matches for as long as it can, and then does not: what makes a careless one take the square of their length, or
 * worse. For each part that may be repeated without end: what has to stand before it, the part again and again, and something else.
 */
interface Pump {
  before: string
  part: string
}

interface Read {
  /** Something that this much of the expression matches. */
  sample: string
  pumps: Pump[]
}

const ENDS = ['', '\u0000', '!', 'x/', ' ;']
const CHARACTERS = [...'a0Z_-/.;:,=+*%&?#@!~ \t\n"\'()[]{}<>|\\^$`\u00e9\u0001']

export function* nearMatches(expression: RegExp, length: number): Generator<string> {
  const { pumps } = new Reader(expression).alternatives()
  const seen = new Set<string>()
  for (const { before, part } of pumps)
    for (const prefix of new Set([before, '']))
      for (const end of ENDS) {
        const text = prefix + part.repeat(Math.ceil(length / part.length)).slice(0, length) + end
        if (!seen.has(text)) yield text
        seen.add(text)
      }
}

class Reader {
  private at = 0
  private readonly source: string

  constructor(private readonly expression: RegExp) {
    this.source = expression.source
  }

  alternatives(): Read {
    const all = [this.sequence()]
    while (this.take('|')) all.push(this.sequence())
    return { sample: all[0]!.sample, pumps: all.flatMap(({ pumps }) => pumps) }
  }

  private sequence(): Read {
    let sample = ''
    const pumps: Pump[] = []
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const atom = this.atom()
      const endless = this.quantifier()
      pumps.push(...atom.pumps.map(({ before, part }) => ({ before: sample + before, part })))
      if (endless && atom.sample) pumps.push({ before: sample, part: atom.sample })
      sample += atom.sample
    }
    return { sample, pumps }
  }

  private atom(): Read {
    if (this.take('(')) return this.group()
    const text = this.atomText()
    if (/^(?:[$^]|\\[bB])$/.test(text)) return { sample: '', pumps: [] }
    const one = new RegExp(`^(?:${text})$`, this.expression.flags.replace(/[gy]/g, ''))
    return { sample: CHARACTERS.find((character) => one.test(character)) ?? '', pumps: [] }
  }

  private group(): Read {
    const looks = this.takeMatch(/^\?(?:<?[=!])/)
    if (!looks) this.takeMatch(/^\?(?:<\w+>|[a-z-]*:)/)
    const inside = this.alternatives()
    this.take(')')
    return looks ? { ...inside, sample: '' } : inside
  }

  private atomText(): string {
    return (
      this.takeMatch(/^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u\{\w+\}|u\w{4}|x\w\w|[pPk][{<][^}>]*[}>]|.)|.)/s) ?? ''
    )
  }

  /** true: there is no end to how often. */
  private quantifier(): boolean {
    const text = this.takeMatch(/^(?:[*+?]|\{\d+(?:,\d*)?\})\??/)
    return text !== null && /^(?:[*+]|\{\d+,\}|\{\d+,\d{3,}\})/.test(text)
  }

  private take(character: string): boolean {
    if (this.source[this.at] !== character) return false
    this.at++
    return true
  }

  private takeMatch(form: RegExp): string | null {
    const found = form.exec(this.source.slice(this.at))?.[0] ?? null
    this.at += found?.length ?? 0
    return found
  }
}
