/** An artifact in words: what it is called, and where it lies in what form. */
import type { Text } from '@/lib/i18n/client'
import type { Artifact } from '@/lib/trace/model/artifact'

/** Cookie and table names as they are, which are no words of any language; names that are words come from the catalogue. */
export function nameOfArtifact(t: Text, { name, device, side }: Artifact) {
  const [, kind = name, number = ''] = /^(.+?)( \d+e?)?$/.exec(name) ?? []
  const key = `artifact.${kind.toLowerCase().replaceAll(' ', '-')}`
  const isLiteral = !t.has(key)
  return {
    words: isLiteral ? name : t(key) + number,
    isLiteral,
    device: side === 'server' && device ? t(`device.${device}`) : null,
  }
}

export function artifactName(t: Text, artifact: Artifact): string {
  const { words, device } = nameOfArtifact(t, artifact)
  return device ? t('stored.rowFor', { name: words, device }) : words
}

/** "cookie, random, 63 B" */
export function artifactLine(t: Text, { place, form, bytes }: Artifact): string {
  // A key is never shown, nor is its size.
  if (place === 'key') return t('place.key')
  return [t(`place.${place}`), t(`form.${form}`), t('exchange.bytes', { bytes })].join(', ')
}

/** Of a cookie, as its Set-Cookie line has them. */
export function attributeWords({ attributes }: Artifact): string {
  const { path, httpOnly, secure, sameSite } = attributes!
  const words = [
    `Path=${path}`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
    sameSite !== 'absent' && `SameSite=${sameSite}`,
  ]
  return words.filter(Boolean).join('; ')
}
