/** Windows that a lab opens. A browser lets a page open one at a click; more it blocks, and then the visitor presses for each. */

/** Resolves when the window is there. */
export type OpenWindow = (url: string) => Promise<Window>

/** @param press shows a button whose click calls `open`, which answers whether the window came */
export function windowOpener(press: (open: () => boolean) => void): OpenWindow {
  return (url) =>
    new Promise((resolve) => {
      const open = () => {
        const opened = window.open(url, '_blank', 'popup,width=560,height=420')
        if (opened) resolve(opened)
        return opened !== null
      }
      if (!open()) press(open)
    })
}
