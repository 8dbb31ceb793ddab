import { methods } from '@/lib/http/methods'
import { owned } from '@/lib/sandbox/control'
import { eventStream } from '@/lib/sandbox/events'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(({ timeline, request }) => eventStream(timeline, request)),
})
