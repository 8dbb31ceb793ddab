'use client' // comes after the page: it lies below the first screen
import { later } from '@/app/_ui/later'

/** As high as the table. */
const Place = () => <div className="min-h-72" aria-hidden="true" />

export const CostsBelow = later(() => import('./costs-table').then((file) => file.CostsTable), Place)
