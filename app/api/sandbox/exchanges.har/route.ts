import { z } from 'zod'
import { methods } from '@/lib/http/methods'
import { API_HEADERS } from '@/lib/http/problem'
import { invalid, owned } from '@/lib/sandbox/control'
import { harStream } from '@/lib/trace/har-stream'

const reveal = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1')

const AS_FILE = {
  ...API_HEADERS,
  'Content-Type': 'application/json',
  'Content-Disposition': 'attachment; filename="remember-me.har"',
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ request, timeline }) => {
    const { origin, searchParams } = new URL(request.url)
    const shown = reveal.safeParse(searchParams.get('reveal') ?? undefined)
    if (!shown.success) return invalid('reveal', 'invalid_value')
    return new Response(harStream(timeline.after(0), { origin, reveal: shown.data }), { headers: AS_FILE })
  }),
})
