'use client'
// A leaf of the live panel: it is drawn anew with every exchange.
import type { ExchangeProps } from './panel-types'

export function Exposed({ exchange }: ExchangeProps) {
  return <div data-exchange={exchange.id} />
}
