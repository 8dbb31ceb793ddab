import { problem } from '@/lib/http/problem'
import { currentRecorder } from '@/lib/trace/recorder'

/** Where lib/http/refuse-early.ts points a request whose path cannot be decoded. */
export function GET() {
  currentRecorder()?.problem('malformed_path')
  return problem('malformed_path')
}
