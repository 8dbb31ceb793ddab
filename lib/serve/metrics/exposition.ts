/** Prometheus text exposition format 0.0.4. */

export interface Metric {
  /** Without the prefix that all of them have. */
  name: string
  type: 'counter' | 'gauge'
  help: string
  values: { labels?: Record<string, string>; value: number }[]
}

const PREFIX = 'remember_me_'

/** @param cell stands in each line, '': there is only one */
export function exposition(figures: readonly Metric[], cell: string): string {
  return figures.map((figure) => textOf(figure, cell)).join('')
}

function textOf({ name, type, help, values }: Metric, cell: string): string {
  const whole = PREFIX + name
  const lines = values.map(({ labels, value }) => {
    const all = Object.entries({ ...(cell && { cell }), ...labels })
    const inside = all.map(([key, text]) => `${key}="${escaped(text)}"`).join(',')
    return `${whole}${inside && `{${inside}}`} ${value}\n`
  })
  return `# HELP ${whole} ${help}\n# TYPE ${whole} ${type}\n${lines.join('')}`
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
