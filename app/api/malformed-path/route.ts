import { problem } from '@/lib/http/problem'
import { recorderOf } from '@/lib/trace/recorder'

/** Where lib/http/refuse-early.ts points a request whose path cannot be decoded. */
export function GET(request: Request) {
  recorderOf(request)?.problem('malformed_path')
  return problem('malformed_path')
}
