/**
 * HAR 1.2 as its specification has it (http://www.softwareishard.com/blog/har-12-spec/): nothing missing, nothing unknown but `_…`, and
 * of cookies `sameSite`, which the exports of browsers have besides.
 */
import { z } from 'zod'

/** Unknown fields are allowed only with an underscore, as the format says. */
const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .looseObject(shape)
    .refine(
      (value) => Object.keys(value).every((key) => key in shape || key.startsWith('_')),
      'a field that the format does not have',
    )

const octets = z.int().min(-1)
const millis = z.number().min(0)
const pairs = z.array(record({ name: z.string(), value: z.string(), comment: z.string().optional() }))

const cookies = z.array(
  record({
    name: z.string(),
    value: z.string(),
    path: z.string().optional(),
    domain: z.string().optional(),
    expires: z.iso.datetime().optional(),
    httpOnly: z.boolean().optional(),
    secure: z.boolean().optional(),
    sameSite: z.enum(['Strict', 'Lax', 'None']).optional(),
  }),
)

/** Text and parameters are mutually exclusive. */
const postData = z.union([
  record({ mimeType: z.string(), text: z.string() }),
  record({ mimeType: z.string(), params: pairs }),
])

const request = record({
  method: z.string().min(1),
  url: z.url(),
  httpVersion: z.string(),
  cookies,
  headers: pairs,
  queryString: pairs,
  postData: postData.optional(),
  headersSize: octets,
  bodySize: octets,
})

const response = record({
  status: z.int().min(0).max(599),
  statusText: z.string(),
  httpVersion: z.string(),
  cookies,
  headers: pairs,
  content: record({ size: z.int().min(0), mimeType: z.string(), text: z.string().optional() }),
  redirectURL: z.string(),
  headersSize: octets,
  bodySize: octets,
})

/** -1: does not apply. `send`, `wait` and `receive` are required. */
const timings = record({
  blocked: z.union([millis, z.literal(-1)]).optional(),
  dns: z.union([millis, z.literal(-1)]).optional(),
  connect: z.union([millis, z.literal(-1)]).optional(),
  ssl: z.union([millis, z.literal(-1)]).optional(),
  send: millis,
  wait: millis,
  receive: millis,
})

const entry = record({
  startedDateTime: z.iso.datetime(),
  time: millis,
  request,
  response,
  cache: z.strictObject({}),
  timings,
  connection: z.string().optional(),
})

export const Har = z.strictObject({
  log: record({
    version: z.literal('1.2'),
    creator: record({ name: z.string(), version: z.string() }),
    entries: z.array(entry),
  }),
})
