import { ACCESS_TOKEN_LIFE } from '@/lib/strategies/lifetimes'
import { serverLab } from '../lab'
import { secondsLeft } from '../run/remaining'
import { askAsPage } from '../stage/as-page'
import type { ServerStage } from '../stage/server-stage'

type Moment = 'phone-next' | 'phone-later' | 'role-next' | 'role-later' | 'role-sign-in' | 'discount-next'
type Outcome = 'still-in' | 'refused' | 'old' | 'new'
type Stage = ServerStage<Moment, Outcome>

/** The password, the role and the discount change in the user row. Until when does a lane believe what was true before? */
export const lab = serverLab<string, Moment, Outcome>({
  id: 'X15',
  slug: 'x15-password-and-role',
  group: 'ends',
  lesson: [8, 3],
  settles: ['S-172', 'S-309', 'S-310'],
  acts: ['sign-in', 'change-password', 'wait', 'demote', 'set-discount', 'wait-again', 'sign-in-again'],
  moments: ['phone-next', 'phone-later', 'role-next', 'role-later', 'role-sign-in', 'discount-next'],
  outcomes: { 'still-in': 'exposed', refused: 'held', old: 'exposed', new: 'held' },
  asks: { moment: 'role-next', between: ['old', 'new'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: verdict(['still-in', 'still-in'], ['old', 'old']),
        session: verdict(['refused', 'refused'], ['new', 'new']),
        jwt: verdict(['still-in', 'refused'], ['old', 'new']),
      },
    },
    {
      id: 'keeps-others',
      dials: { session: { passwordChange: 'keeps-others' } },
      expected: { session: verdict(['still-in', 'still-in'], ['new', 'new']) },
    },
    {
      id: 'copied',
      dials: { session: { customer: 'copied' } },
      expected: { session: verdict(['refused', 'refused'], ['old', 'old']) },
    },
    {
      id: 'old-tokens',
      dials: { jwt: { oldTokens: 'refused' } },
      expected: { jwt: verdict(['refused', 'refused'], ['old', 'new']) },
    },
    {
      id: 'user-keys',
      dials: { jwt: { userKeys: true } },
      expected: { jwt: verdict(['refused', 'refused'], ['old', 'new']) },
    },
    {
      id: 'generation',
      dials: { cookie: { generation: true } },
      expected: { cookie: verdict(['refused', 'refused'], ['old', 'old']) },
    },
  ],

  async *play(stage) {
    const { laptop, phone, desk, found } = stage
    await desk.signIn(laptop)
    await desk.signIn(phone)
    yield 'sign-in'

    await changePassword(stage)
    found('phone-next', ...(await phoneAsks(stage)))
    yield 'change-password'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('phone-later', ...(await phoneAsks(stage)))
    yield 'wait'

    await demote(stage)
    yield 'demote'

    await setDiscount(stage)
    yield 'set-discount'

    await desk.later(ACCESS_TOKEN_LIFE)
    found('role-later', ...(await roleOf(stage)))
    yield 'wait-again'

    await desk.signIn(phone, 'sam')
    found('role-sign-in', ...(await roleOf(stage)))
    yield 'sign-in-again'
  },
})

async function changePassword({ laptop, desk }: Stage): Promise<void> {
  const change = { current: desk.passwordOf('mina'), next: 'correct horse battery' }
  const { status } = await laptop.post('password', change)
  if (status >= 300) throw new Error(`password answered ${status}`)
}

async function phoneAsks({ phone }: Stage) {
  const reply = await askAsPage(phone, 'me')
  return [reply.json?.customer ? 'still-in' : 'refused', reply] as const
}

/** Sam of support, on the phone: a role that is taken away is the one that matters. */
async function demote(stage: Stage): Promise<void> {
  const { phone, desk, found } = stage
  phone.forget()
  await desk.signIn(phone, 'sam')
  await phone.add('apple', 10)
  await desk.setRole('customer', 'sam')
  found('role-next', ...(await roleOf(stage)))
}

/** With the seconds that are left to the credential that says so. */
async function roleOf({ phone }: Stage) {
  const reply = await askAsPage(phone, 'me')
  const facts = { seconds: secondsLeft(reply) }
  return [reply.json?.customer?.role === 'customer' ? 'new' : 'old', reply, facts] as const
}

/** Percent. */
const DISCOUNT = 50

async function setDiscount({ phone, desk, found }: Stage): Promise<void> {
  await desk.setDiscount(DISCOUNT, 'sam')
  const reply = await phone.get('cart')
  const cents = reply.json.discount as number
  found('discount-next', cents > 0 ? 'new' : 'old', reply)
}

function verdict(phone: readonly [Outcome, Outcome], role: readonly [Outcome, Outcome]) {
  return {
    'phone-next': phone[0],
    'phone-later': phone[1],
    'role-next': role[0],
    'role-later': role[1],
    'role-sign-in': 'new',
    'discount-next': role[0],
  } as const
}
