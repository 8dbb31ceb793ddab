/**
 * What the framework, the libraries and the runtime print becomes a line like any other: one JSON object, and nothing in it that a
 * client may have sent. They put whole requests into their messages.
 */

import { seldom } from '@/lib/process/throttle'
import { bugOf } from './bug'
import { log } from './log'

const PRINTERS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const

export function captureConsole(): void {
  for (const printer of PRINTERS) console[printer] = (...said: unknown[]) => tellPrinted(printer, said)
  process.removeAllListeners('warning')
  process.on('warning', (warning) => tellPrinted('warning', [warning]))
}

function tellPrinted(printer: string, said: unknown[]): void {
  const { name, at } = bugOf(said.find((part) => part instanceof Error) ?? said[0])
  seldom(`printed ${printer} ${name} ${at}`, (suppressed) =>
    log('printed', { printer, name, at, suppressed }),
  )
}
