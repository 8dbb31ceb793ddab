/** The address names a dial: it is brought into sight once it is there, which is later than the page. */
export function goToDial(): void {
  if (!namesDial()) return
  const place = document.getElementById(location.hash.slice(1))
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}

export const namesDial = (): boolean => location.hash.startsWith('#dial-')
