/**
 * Variable envelope return paths: a bounce comes back to an address that names the dispatch it is about, whatever is
 * left of the mail it quotes. `bounces@example.com` and a dispatch become `bounces+<32 hex digits>@example.com`.
 */
export function verpAddress(bounceAddress: string, dispatchId: string): string {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${dispatchId.replaceAll('-', '').toLowerCase()}${bounceAddress.slice(at)}`;
}

const VERP = /^<?[^@\s]+\+([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})@[^@\s]+$/i;

/** The dispatch that such an address names; null for any other address. */
export function readVerp(address: string): string | null {
  const [, ...parts] = VERP.exec(address.trim()) ?? [];
  return parts.length > 0 ? parts.join('-').toLowerCase() : null;
}
