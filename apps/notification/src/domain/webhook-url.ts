import { isPublicAddress, isLoopbackAddress } from './addresses.ts';

/** Names that stand for machines of an inner network. */
const innerName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|corp|home)$/;

/**
 * Whether messages may be sent to an address: https, without an account, to a machine on the public network. What a name
 * stands for is looked at again at every connection, for it may change.
 *
 * @param toLoopback whether it may lead to this machine, by http too
 */
export function isWebhookUrl(text: string, toLoopback: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isLoopback(host)) return toLoopback && (protocol === 'https:' || protocol === 'http:');
  return protocol === 'https:' && isPublicHost(host);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || isLoopbackAddress(host);
}

/** A name has a dot; one without is known in an inner network alone. */
function isPublicHost(host: string): boolean {
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  if (isAddress) return isPublicAddress(host);
  return host.includes('.') && !innerName.test(host);
}
