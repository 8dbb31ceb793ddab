/**
 * Watches the ports of a request: each call becomes a step, and what it gives away becomes a finding. The strategy sees no
 * difference; a port that is not used is not made.
 */

import { quietly } from '@/lib/log/shielded'
import type { AllPorts } from '@/lib/strategies/ports'
import { isFirstUse } from '@/lib/strategies/site/first-use'
import type { AnyCall, WatchedOperation, WatchedPort } from '@/lib/strategies/site/watched'
import type { PortCall, Statement } from '../model/exchange'
import type { Recorder } from './recorder-port'
import { listening } from './statements'
import { WATCHED } from './watched'

/** Wraps every port of a request. Users, products, dials and clock are the shop's business and stay as they are. */
export function watch(ports: AllPorts, recorder: Recorder): AllPorts {
  const made = new Map<string, unknown>()
  const once = (name: string, make: () => unknown) => {
    if (!made.has(name)) made.set(name, make())
    return made.get(name)
  }
  return new Proxy(ports, {
    get(_, name: string) {
      if (isWatched(name)) return once(name, () => watchPort(ports, name, recorder))
      // A strategy may look at the field twice; it is read once.
      if (name === 'authorization') return once(name, () => readAuthorization(ports, recorder))
      return ports[name as keyof AllPorts]
    },
  })
}

const isWatched = (name: string): name is keyof typeof WATCHED => Object.hasOwn(WATCHED, name)

/** An operation is wrapped when it is asked for: a request uses two or three of forty. */
function watchPort(ports: AllPorts, name: keyof typeof WATCHED, recorder: Recorder): object {
  const port = ports[name] as unknown as Record<string, AnyCall>
  const { source, operations } = WATCHED[name] as unknown as WatchedPort
  return new Proxy(port, {
    get(_, operation: string) {
      const identity = { port: name, operation, source: source(operation, ports.dials) }
      return watchCall(port, identity, operations[operation] ?? {}, recorder)
    },
  })
}

type Identity = Pick<PortCall, 'port' | 'operation' | 'source'>

function watchCall(
  port: Record<string, AnyCall>,
  identity: Identity,
  noted: WatchedOperation<AnyCall>,
  recorder: Recorder,
) {
  const call = (...args: never[]) => port[identity.operation]!(...args)
  const asksDatabase = noted.reads !== undefined || noted.writes !== undefined
  return (...args: never[]) => {
    const statements: Statement[] = []
    const from = recorder.micros()
    const timing = () => ({ startMicros: from, micros: recorder.micros() - from, statements })
    const note = (result: unknown) => {
      const taken = timing()
      quietly(() => {
        const first = noted.usesKey?.(result as never) === true && isFirstUse(port, identity.operation)
        recorder.step(stepOf(identity, taken, toldBy(noted, result, args, first)))
        for (const finding of noted.finds?.(result as never, ...args) ?? []) recorder.learn(finding)
      })
      return result
    }
    const fail = (error: unknown) => {
      recorder.step(stepOf(identity, timing(), { reads: 0, writes: 0, ok: false, facts: { threw: true } }))
      throw error
    }
    try {
      const result = asksDatabase ? listening(statements, () => call(...args)) : call(...args)
      return result instanceof Promise ? result.then(note, fail) : note(result)
    } catch (error) {
      return fail(error)
    }
  }
}

type Timing = Required<Pick<PortCall, 'startMicros' | 'micros' | 'statements'>>
type Told = Pick<PortCall, 'reads' | 'writes' | 'ok' | 'facts'>

/** Written out: spreading three objects for every call of a port was to be seen in the profile. */
function stepOf({ port, operation, source }: Identity, timing: Timing, told: Told): PortCall {
  const { startMicros, micros, statements } = timing
  const { reads, writes, ok, facts } = told
  const step: PortCall = { port, operation, source, startMicros, micros, reads, writes, ok, facts }
  if (statements.length > 0) step.statements = statements
  return step
}

function toldBy(
  { reads = 0, writes = 0, ok, facts }: WatchedOperation<AnyCall>,
  result: unknown,
  args: never[],
  first: boolean,
): Told {
  const value = result as never
  const told = facts?.(value, ...args) ?? {}
  return {
    reads,
    writes: typeof writes === 'number' ? writes : writes(value),
    ok: ok?.(value) ?? true,
    facts: first ? { ...told, first } : told,
  }
}

/** The field is no port of its own: it is taken out of the request where all ports are made. */
export const AUTHORIZATION = { file: 'lib/serve/ports.ts', symbol: 'portsOf' }

function readAuthorization({ authorization: value }: AllPorts, recorder: Recorder): string | null {
  const facts: PortCall['facts'] = value === null ? {} : { bytes: value.length }
  const step = {
    port: 'authorization',
    operation: 'read',
    source: AUTHORIZATION,
    startMicros: recorder.micros(),
    micros: 0,
  }
  recorder.step({ ...step, reads: 0, writes: 0, ok: value !== null, facts })
  return value
}
