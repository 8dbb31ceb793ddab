/**
 * An exception, as the log has it: its class and where in our own code it arose. Not its message: the database client writes the
 * arguments of the query into that, and among them may be what nobody should read in a log.
 */
export function bugOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: 'unknown' }
  return { name: error.name, at: placeOf(error.stack ?? '') }
}

function placeOf(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const own = frames.find((line) => !/node_modules|node:internal/.test(line)) ?? frames[0] ?? ''
  const begin = 1 + Math.max(...['/', '\\', ' ', '('].map((before) => own.lastIndexOf(before)))
  return /^([^:]+:\d+:\d+)\)?$/.exec(own.slice(begin))?.[1] ?? 'unknown'
}
