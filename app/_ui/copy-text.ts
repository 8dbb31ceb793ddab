/** @returns false: this browser does not let the page write to the clipboard */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedBySelection(text)
  }
}

/** On plain http there is no Clipboard API (secure contexts only); what is selected can be copied all the same. */
function copiedBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.className = 'vh'
  field.readOnly = true
  field.value = text
  // Outside of an open dialog nothing can be selected.
  const within = before?.closest('dialog') ?? document.body
  within.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
