'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import type { WireProps } from './panel-types'

export function Wire({ exchange }: WireProps) {
  return <div data-exchange={exchange.id} />
}
