import { lookup as lookUp } from 'node:dns';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { isLoopbackAddress, isPublicAddress } from '../domain/addresses.ts';
import { isWebhookUrl } from '../domain/webhook-url.ts';
import { WebhookPost, type WebhookRequest } from '../domain/webhook-post.ts';

const TIME_OUT_MS = 10_000;

/**
 * Posts signed requests (Standard Webhooks). A redirection is not followed: it would lead past the rules for addresses.
 * Of the answer the status is read and nothing else.
 */
export class HttpWebhookPost extends WebhookPost {
  /** @param toLoopback whether webhooks may lead to this machine */
  constructor(private readonly toLoopback: boolean) {
    super();
  }

  override async send({ id, url, secret, body }: WebhookRequest, stop: AbortSignal): Promise<void> {
    if (!isWebhookUrl(url, this.toLoopback)) throw new Error('The address is not allowed');
    const now = new Date();
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      lookup: this.lookup,
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIME_OUT_MS)]),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'bihuan-webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, now, body),
      },
    };
    const status = await statusOf(new URL(url), options, body);
    if (status < 200 || status > 299) throw new Error(`It answered with status ${status}`);
  }

  /** Refuses what leads into an inner network, at the moment of connecting: a name may stand for something else by now. */
  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const allowed = addresses.filter(
        ({ address }) => isPublicAddress(address) || (this.toLoopback && isLoopbackAddress(address)),
      );
      const [first] = allowed;
      if (!first || allowed.length < addresses.length)
        callback(new Error(`${hostname} leads into an inner network`), []);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function statusOf(url: URL, options: RequestOptions, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      // The rest of the answer is nobody's: the connection ends here.
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}
