import { z } from 'zod'
import { framed } from '@/lib/labs/stage/frame-answers'
import { formDocument } from '@/lib/labs/stage/frames'
import { SANDBOX_NAME } from '@/lib/process/cell-name'
import { STRATEGIES } from '@/lib/strategies/strategy'

const Asked = z.object({
  strategy: z.enum(STRATEGIES),
  room: z.string().regex(SANDBOX_NAME),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = framed(({ shop, nonce, query }) => {
  const asked = Asked.safeParse(Object.fromEntries(query))
  return asked.success ? formDocument({ shop, ...asked.data }, nonce) : null
})
