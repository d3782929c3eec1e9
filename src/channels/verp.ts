/** A return address of its own for each mail, so that a bounce names its dispatch whatever it quotes. */
export function verpAddress(bounceAddress: string, dispatchId: string): string {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${dispatchId.replaceAll('-', '')}${bounceAddress.slice(at)}`;
}
