/** What the shop's page does: when the access token has expired, it refreshes once and asks again. In the other lanes it just asks. */
import type { LabClient, Reply } from './client'

export async function askAsPage(client: LabClient, operation: string): Promise<Reply> {
  const reply = await client.get(operation)
  if (client.strategy !== 'jwt' || reply.json?.code !== 'credential_expired') return reply
  const refreshed = await client.post('refresh')
  return refreshed.status === 200 ? client.get(operation) : refreshed
}
