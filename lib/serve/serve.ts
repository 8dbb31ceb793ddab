/**
 * The one seam between HTTP, the shop and a strategy: Request in, Response out.
 * Everything that differs between the lanes happens inside `open`, `save`, `renew` and `end`.
 */
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { type BodyResult, readJson } from '@/lib/http/body'
import { type Handler, methods } from '@/lib/http/methods'
import { API_HEADERS, json, problem } from '@/lib/http/problem'
import type { Command, Context, Outcome } from '@/lib/shop/command'
import { COMMANDS } from '@/lib/shop/commands'
import { OPERATION_ROWS, type SharedOperation, type ShopPath } from '@/lib/shop/operations'
import { createOrders } from '@/lib/shop/orders'
import type { AllPorts, AnyStrategy } from '@/lib/strategies/ports'
import type { IssuedToken, OpenVisit, SaveOutcome } from '@/lib/strategies/strategy'
import type { Recorder } from '@/lib/trace/record/recorder-port'
import { createAccounts } from './accounts'
import { challenge } from './challenge'
import { type Entry, enter } from './enter'

/** How often a command is run again when somebody else wrote first. */
const MOST_ATTEMPTS = 5

// biome-ignore lint/suspicious/noExplicitAny: commands of different inputs and answers are served alike.
type Any = any
type AnyOutcome = Outcome<Any>

interface AnyCommand extends Pick<Command<'me'>, 'reads' | 'signedIn' | 'tolerates'> {
  input?: Readonly<Record<string, z.ZodType>>
  run(context: Context<Any, Any>): AnyOutcome | Promise<AnyOutcome>
}

/**
 * The handlers of one route file: `export const { GET, POST, … } = serve(sessionStrategy, 'cart/items')`. Which methods the path
 * takes is in the rows of operations.ts.
 */
export function serve(strategy: AnyStrategy, path: ShopPath) {
  const rows = OPERATION_ROWS.filter(([, row]) => row.path === path)
  const handlers = rows.map(([name, { method }]) => [method, handlerOf(strategy, name as SharedOperation)])
  return methods(Object.fromEntries(handlers))
}

function handlerOf(strategy: AnyStrategy, name: SharedOperation): Handler {
  const command: AnyCommand = COMMANDS[name]
  const input = command.input ? z.object(command.input) : null
  return async (request, { params }) => {
    const entered = await enter(strategy.name, request, await params)
    if (entered instanceof Response) return entered
    return entered.guard(async () => {
      const body = await bodyOf(strategy, input, entered, request)
      return body.ok ? answer(strategy, command, entered, body.value) : body.response
    })
  }
}

/** @param input null: the command takes no body */
async function bodyOf(
  strategy: AnyStrategy,
  input: z.ZodType | null,
  { ports, recorder }: Entry,
  request: Request,
): Promise<BodyResult<unknown>> {
  const forms = ports.dials[strategy.name].crossSite === 'none'
  const heard = (text: string) => recorder?.sent(text)
  return input ? readJson(request, input, { forms, heard }) : { ok: true, value: undefined }
}

async function answer(strategy: AnyStrategy, command: AnyCommand, entered: Entry, input: unknown) {
  const { recorder } = entered
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const open = await strategy.open(entered.ports, command.reads)
    recorder?.opened(open)
    const refusal = refuse(strategy, command, open, entered.ports)
    if (refusal) return refusal
    const outcome = await command.run(contextOf(strategy, entered, open, input))
    const response = await carryOut(strategy, open, outcome, entered)
    if (response) return response
  }
  return problem('try_again')
}

function refuse(
  strategy: AnyStrategy,
  command: AnyCommand,
  { status, visit, reason }: OpenVisit,
  { dials }: AllPorts,
): Response | null {
  if (status === 'expired' || status === 'refused') {
    const tolerated = command.tolerates?.[status]
    if (tolerated === true || (tolerated === 'if-ambient' && strategy.ambient(dials))) return null
    const code = status === 'expired' ? 'credential_expired' : 'credential_refused'
    return problem(code, { reason, headers: challenge(strategy.name, code) })
  }
  if (!command.signedIn || visit.customer) return null
  return problem('sign_in_required', { headers: challenge(strategy.name, 'sign_in_required') })
}

function contextOf(
  strategy: AnyStrategy,
  { place, ports, params, turn }: Entry,
  open: OpenVisit,
  input: unknown,
) {
  const { sandbox } = place
  const orders = createOrders(db, sandbox.id, strategy.name)
  const shop = { accounts: createAccounts(sandbox, turn), orders, now: () => ports.now() }
  const { visit, devices } = open
  const passwordChanged = () => open.passwordChanged()
  return { visit, input, params, shop, devices, passwordChanged } satisfies Context<
    unknown,
    Record<string, string>
  >
}

/** null: somebody else wrote first; try again. */
async function carryOut(
  strategy: AnyStrategy,
  open: OpenVisit,
  outcome: AnyOutcome,
  { recorder, foreign }: Entry,
) {
  switch (outcome.do) {
    case 'refuse': {
      const headers = outcome.code === 'wrong_password' ? challenge(strategy.name, outcome.code) : undefined
      return problem(outcome.code, { errors: outcome.errors, headers })
    }
    case 'end':
      await open.end()
      return new Response(null, { status: 204, headers: API_HEADERS })
    case 'answer':
      recorder?.answered(outcome.body)
      return answered(outcome, foreign ? undefined : await open.touch())
    case 'save':
    case 'renew':
      return store(open, outcome, recorder)
  }
}

function answered({ body }: Extract<AnyOutcome, { do: 'answer' }>, issued: IssuedToken | undefined) {
  // A token that was issued has to be in the answer: then one without a body gets one.
  if (body === undefined && issued) return json(issued)
  if (body === undefined) return new Response(null, { status: 204, headers: API_HEADERS })
  return json({ ...(body as object), ...issued })
}

type ToStore = Extract<AnyOutcome, { do: 'save' | 'renew' }>

async function store(open: OpenVisit, outcome: ToStore, recorder: Recorder | null): Promise<Response | null> {
  const saved = await open[outcome.do](outcome.next)
  if (saved.outcome === 'saved') return stored(saved, outcome, recorder)
  await outcome.undo?.()
  if (saved.outcome === 'too_many_devices') return problem('too_many_devices')
  return saved.outcome === 'full' ? problem('cart_full') : null
}

function stored(
  saved: Extract<SaveOutcome, { outcome: 'saved' }>,
  outcome: ToStore,
  recorder: Recorder | null,
) {
  const { status, body } = outcome.answer(saved.visit)
  recorder?.answered(body)
  return json({ ...(body as object), ...saved.issued }, { status })
}
