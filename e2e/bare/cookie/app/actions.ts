'use server'

import { notFound, redirect } from 'next/navigation'
import * as carts from '@/lib/shop/cart'
import { findProduct } from '../../shared/catalogue'
import { checkPassword } from '../../shared/users'
import { endAll, open, signedIn } from '../ports'

export async function signIn(form: FormData) {
  const customer = await checkPassword(form.get('email'), form.get('password'))
  if (!customer) redirect('/sign-in?refused')
  const { renew } = await open()
  const { outcome } = await renew({ customer, cart: {} })
  redirect(outcome === 'saved' ? '/' : '/sign-in?refused')
}

export async function add(form: FormData) {
  const product = findProduct(form.get('sku'))
  if (!product) notFound()
  const save = async (): Promise<void> => {
    const { visit, save: saveVisit } = await signedIn()
    const { outcome } = await saveVisit({ ...visit, cart: carts.add(visit.cart, product.sku, 1) })
    // Somebody else wrote first: read again, and add to what is there now.
    if (outcome === 'stale') return save()
  }
  await save()
  redirect('/')
}

export async function signOut() {
  const { end } = await open()
  await end()
  redirect('/sign-in')
}

/** The forced sign-out. An action is an address of its own: it asks who is there, whatever page it was on. */
export async function signOutEverywhere(form: FormData) {
  const { customer } = await signedIn()
  if (customer.role !== 'support') notFound()
  await endAll(String(form.get('id')))
  redirect('/support?done')
}
