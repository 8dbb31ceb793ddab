import { z } from 'zod'
import { methods } from '@/lib/http/methods'
import { invalid, owned } from '@/lib/sandbox/owner/control'
import { streamedFile } from '@/lib/sandbox/owner/streamed-file'
import { harTexts } from '@/lib/trace/export/har-stream'

const reveal = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1')

const AS_FILE = {
  'Content-Type': 'application/json',
  'Content-Disposition': 'attachment; filename="remember-me.har"',
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned((call) => {
    const { origin, searchParams } = new URL(call.request.url)
    const shown = reveal.safeParse(searchParams.get('reveal') ?? undefined)
    if (!shown.success) return invalid('reveal', 'invalid_value')
    return streamedFile(call, AS_FILE, harTexts(call.timeline, { origin, reveal: shown.data }))
  }),
})
