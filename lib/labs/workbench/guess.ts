/** A word list against an HMAC key: offline, without a request, as fast as the machine can hash. */
import { randomInt } from 'node:crypto'
import { mac, withMac } from './forge'
import { encoded, formOf, headerOf } from './forms'
import { WORD_LIST } from './word-list'

export interface GuessReport {
  words: number
  /** Until a weak key was found: one of the list, chosen at random and thrown away. */
  tries: number
  /** The key of the room, by the same list: 0 when it is none of them. */
  triesHere: number
}

/** @param text a credential of the room. null: it does not end in an HMAC, so no word can be its key. */
export function guessed(text: string): GuessReport | null {
  if (!endsInMac(text)) return null
  const weak = withMac(encoded('{"sub":"mina"}'), WORD_LIST[randomInt(WORD_LIST.length)]!)
  return { words: WORD_LIST.length, tries: triesFor(weak), triesHere: triesFor(text) }
}

function endsInMac(text: string): boolean {
  const form = formOf(text)
  return form === 'signed' || (form === 'token' && headerOf(text).alg === 'HS256')
}

/** 0: none of the words is the key. */
function triesFor(text: string): number {
  const at = text.lastIndexOf('.')
  const [signed, signature] = [text.slice(0, at), text.slice(at + 1)]
  return WORD_LIST.findIndex((word) => mac(signed, word) === signature) + 1
}
