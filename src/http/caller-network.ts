import ipaddr from 'ipaddr.js';

/** An IPv6 subscriber has a /64 network to himself, and may send from any address in it. */
const IPV6_PREFIX_BITS = 64;

/** Those who are counted together: an IPv4 address, or the /64 network of an IPv6 address. */
export function callerNetwork(address: string): string {
  const [bare = ''] = address.split('%');
  if (!ipaddr.isValid(bare)) return address;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_PREFIX_BITS}`).toString();
}
