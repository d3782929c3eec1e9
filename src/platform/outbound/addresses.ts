import { lookup } from 'node:dns';
import { once } from 'node:events';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Invalid } from '../errors.js';

export class AddressRefused extends Invalid {}

/** A host name, or an IPv4 or IPv6 address: nothing that a URL, a header or a command would read as more. */
export const HOST_NAME =
  /^(?=.{1,253}$)(?:[\da-z](?:[\da-z-]{0,61}[\da-z])?\.)*[\da-z](?:[\da-z-]{0,61}[\da-z])?$|^[\da-f:]{2,39}$/i;

/** Milliseconds until a connection stands. */
const LONGEST_CONNECT = 15_000;

/**
 * Which hosts a program of ours may connect to at a user's word: those of the public internet, and the private networks
 * that the operator names. The address that is connected to is judged, not the name: a name may answer differently the
 * second time.
 */
export class Addresses {
  /** `privately`: networks in CIDR notation */
  constructor(private readonly privately: readonly string[]) {}

  get namesAny(): boolean {
    return this.privately.length > 0;
  }

  allowed(address: string): boolean {
    return isPublic(address) || this.isNamed(address);
  }

  /** In one of the networks that the operator names. */
  isNamed(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const plain = ipaddr.process(address);
    return this.privately.some((range) => {
      const [network, bits] = ipaddr.parseCIDR(range);
      return network.kind() === plain.kind() && plain.match(network, bits);
    });
  }

  /** @throws AddressRefused for a host that can be judged without asking anybody */
  assertHost(host: string): void {
    if (isIP(host) !== 0 && !this.allowed(host)) throw refused(host);
  }

  /** As net.connect wants it: only the addresses that are allowed. */
  readonly lookup: LookupFunction = (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const good = found.filter(({ address }) => this.allowed(address));
      const [first] = good;
      if (!first) return callback(refused(host) as Error, '');
      if (options.all) return callback(null, good);
      callback(null, first.address, first.family);
    });
  };

  /** One address of the host that is allowed. */
  resolve(host: string): Promise<string> {
    return new Promise((resolve, reject) =>
      this.lookup(host, {}, (error, address) => (error ? reject(error) : resolve(address as string))),
    );
  }

  /**
   * A connected socket. Outside of the networks that the operator names, `ports` are the only ones.
   * @throws AddressRefused, or the network's own error
   */
  async connect(host: string, port: number, ports: readonly number[]): Promise<Socket> {
    this.assertHost(host);
    const socket = connect({ host, port, lookup: this.lookup, autoSelectFamily: true });
    const giveUp = () => socket.destroy(timedOut(host));
    socket.setTimeout(LONGEST_CONNECT, giveUp);
    await once(socket, 'connect');
    // what is silent later is judged by its user
    socket.setTimeout(0).off('timeout', giveUp);
    const address = socket.remoteAddress ?? '';
    if (this.allowed(address) && (ports.includes(port) || this.isNamed(address))) return socket;
    socket.destroy();
    throw this.allowed(address) ? new AddressRefused(`Port ${port} is none of ${ports.join(', ')}.`) : refused(address);
  }
}

function isPublic(address: string): boolean {
  // ::ffff:127.0.0.1 is 127.0.0.1
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** What is said there does not leave the machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');

export const refused = (host: string): AddressRefused =>
  new AddressRefused(`${host} is not on the public internet. The operator can allow its network (OUTBOUND_ALLOW).`);

const timedOut = (host: string): Error => Object.assign(new Error(`${host} does not answer`), { code: 'ETIMEDOUT' });
