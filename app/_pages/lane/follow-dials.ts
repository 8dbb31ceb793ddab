'use client' // follows the address
import { useEffect } from 'react'
import { goToDial, namesDial } from '@/app/_dials/go-to-dial'

/** A link to a dial: on a phone that is among what can be done, and comes into sight first. Draws nothing; it comes after the page. */
export function FollowDials({ setShop }: { setShop: (shop: boolean) => void }): null {
  useEffect(() => {
    const follow = () => {
      if (!namesDial()) return
      setShop(true)
      requestAnimationFrame(goToDial)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [setShop])
  return null
}
