/**
 * base64url has spare bits, and decoders forgive padding: several texts can mean the same octets. Only the one that encodes them is
 * taken, so that "change any character" really is refused.
 */
export const isCanonical = (text: string) => Buffer.from(text, 'base64url').toString('base64url') === text
