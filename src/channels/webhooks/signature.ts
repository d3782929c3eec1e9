import { Webhook as Signer } from 'standardwebhooks';

/** The headers of a delivery by Standard Webhooks: signed with each secret that is valid now. */
export function signed(id: string, body: string, secrets: string[], now = new Date()): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Overture-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, now, body)).join(' '),
  };
}
