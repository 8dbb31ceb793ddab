import { framed } from '@/lib/labs/stage/frame-answers'
import { storesDocument } from '@/lib/labs/stage/frames'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = framed(({ shop, nonce }) =>
  storesDocument(shop, nonce),
)
