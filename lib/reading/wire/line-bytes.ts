/** Octets of the lines of a head, masked or whole. Pure. */
import type { HeaderLine } from '@/lib/trace/model/exchange'
import { lengthOfMasked } from './mask-text'

/** Octets of a header line with its colon, space and line end. Node reads heads as latin1: a character is an octet. */
export const lineBytes = ([name, value]: HeaderLine) => lengthOfMasked(name) + lengthOfMasked(value) + 4
/** Octets of a start line with its line end. */
export const startBytes = (text: string) => lengthOfMasked(text) + 2
