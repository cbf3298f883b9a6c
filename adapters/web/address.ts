import { isIPv6 } from 'node:net';

/**
 * Whom the limit counts: the address of the connection, or with `proxies` of our own in front the one that the outermost of
 * them saw. What stands further left in `forwarded` (X-Forwarded-For) anybody can write. An IPv6 network counts as one.
 */
export function clientOf(remote: string | undefined, forwarded: string | undefined, proxies: number): string {
  const seen = (forwarded ?? '').split(',').map((part) => part.trim());
  const address = proxies === 0 ? remote : (seen.at(-proxies) ?? seen[0] ?? remote);
  return networkOf((address ?? '').slice(0, 64) || 'unknown');
}

/** A household has 2^64 addresses of IPv6 and one of IPv4. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]{7,15})$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
