/** Where the relay opens its own connection. */
export abstract class RelaySettings {
  abstract readonly url: string;
  abstract readonly schema: string;
}
