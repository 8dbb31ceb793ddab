import { framed } from '@/lib/labs/frame-answers'
import { storesDocument } from '@/lib/labs/frames'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = framed(({ shop, nonce }) =>
  storesDocument(shop, nonce),
)
