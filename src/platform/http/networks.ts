import { BlockList, isIP } from 'node:net';

/** Says whether an address is among the given addresses and networks ("127.0.0.1", "10.0.0.0/8"); IPv4 written as IPv6 counts as IPv4. */
export function createNetworks(list: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) networks.addAddress(address, family);
    else networks.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
    const family = isIP(plain);
    return family !== 0 && networks.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
