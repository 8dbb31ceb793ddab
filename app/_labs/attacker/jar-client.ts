/** The cookie workbench of this host, from the page's side. */
import { post } from './post'

export interface CookieReport {
  ours: [name: string, value: string][]
  /** Cookies of this host that are none of the workbench. */
  others: number
}

export class Jar {
  constructor(private readonly ticket: string) {}

  /** The server answers with the Set-Cookie lines of these steps. */
  async set(...steps: string[]): Promise<void> {
    for (const step of steps) await post('/attacker/jar', this.ticket, { ticket: this.ticket, step })
  }

  /** What the browser sends along. */
  async echo(path: '/attacker/jar' | '/attacker/jar/cart' = '/attacker/jar'): Promise<CookieReport> {
    const answer = await fetch(path, { headers: { 'X-Ticket': this.ticket } })
    return answer.json()
  }

  async has(name: string, path?: '/attacker/jar/cart'): Promise<boolean> {
    return (await this.echo(path)).ours.some(([own]) => own === name)
  }
}
