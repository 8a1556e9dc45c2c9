/** `provider:merchantNumber` in its parts, the number null where nobody gave one; the provider itself may hold a colon (`site:portal.example.com`). */
export function partsOf(id: string): { provider: string; merchantNumber: string | null } {
  const at = id.lastIndexOf(':');
  const number = at < 0 ? '?' : id.slice(at + 1);
  return { provider: at < 0 ? id : id.slice(0, at), merchantNumber: number === '?' ? null : number };
}
