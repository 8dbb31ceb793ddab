/** Writes one line of JSON to the standard output for each event. Whatever runs the server keeps them. */
import { type DestinationStream, pino } from 'pino'
import { env } from '@/lib/process/env'
import { type EventName, type EventOf, LEVELS } from './events'

/** At once, so that the last lines before an end are there. Looked up at each line: tests listen in its place. */
const standardOutput: DestinationStream = { write: (line) => void process.stdout.write(line) }

const writer = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
  },
  standardOutput,
)

export function log<Name extends EventName>(event: Name, fields: EventOf<Name>): void {
  writer.level = env.LOG_LEVEL
  writer[LEVELS[event]]({ event, ...(fields as object) })
}
