import { methods } from '@/lib/http/methods'
import { owned } from '@/lib/sandbox/owner/control'
import { eventStream } from '@/lib/sandbox/owner/events'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ timeline, request }) => eventStream(timeline, request)),
})
