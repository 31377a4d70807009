import type { RouteSpec, ServiceName } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/** Addresses of the services behind the gateway. */
export class Upstreams {
  private readonly addresses: Readonly<Partial<Record<ServiceName, string>>>;

  constructor(addresses: Readonly<Partial<Record<ServiceName, string>>>) {
    this.addresses = addresses;
  }

  /** Address of a service's path. Errors: `service.unavailable` where no address is configured. */
  urlOf(service: ServiceName, path: string): string {
    const address = this.addresses[service];
    if (address === undefined) throw new DomainError('service.unavailable');
    return new URL(path, address).href;
  }
}

/**
 * The path of a route with its parameters written in, each one segment whatever it contains.
 * Errors: `resource.notFound` for a parameter that would climb to another path.
 */
export function pathOf(
  { path }: Readonly<Pick<RouteSpec, 'path'>>,
  params: Readonly<Record<string, string>>,
): string {
  return path.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = params[name] ?? '';
    if (/^\.{0,2}$/.test(value)) throw new DomainError('resource.notFound');
    return encodeURIComponent(value);
  });
}
