'use client' // comes in the browser, on the page of one lab
import { later } from '@/app/_ui/later'

export const LoadPlace = later(() => import('./calculator').then((file) => file.Calculator))
