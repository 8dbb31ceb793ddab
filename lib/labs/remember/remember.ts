/** "Stay signed in", as a server before the shop does it. Types alone: a page may load a lab, and nothing of this comes along. */
import type { LabClient, Reply } from '../stage/client'

export interface RememberManner {
  /** `series`: a name that stays and a token that changes at each use. `plain`: who it is, as text. */
  cookie: 'series' | 'plain'
  /** Seconds for which the token before the current one is taken as well. */
  grace: number
  /** One series for each customer: who asks on a second device ends that of the first. */
  onePerUser: boolean
}

export interface Remember {
  /** Whoever is signed in asks to be remembered. */
  keep(client: LabClient): Promise<Reply>
  /** A page of the shop is opened: by its session, or by what is remembered. */
  comeBack(client: LabClient): Promise<Reply>
  /** The popup: is it shown? With "not today" it is closed until midnight in Korea. */
  popup(client: LabClient, close?: 'not today'): Promise<Reply>
  /** What a thief of the server's table would send; null: there is nothing in it. */
  fromTable(): Promise<string | null>
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export type OpenRemember = (manner: RememberManner) => Promise<Remember>

/** Of what stays signed in, and of the popup. */
export const REMEMBER_COOKIE = '__Secure-remember'
export const PLAIN_COOKIE = 'login'
export const POPUP_COOKIE = 'not-today'
