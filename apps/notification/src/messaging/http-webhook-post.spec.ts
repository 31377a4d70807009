import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { HttpWebhookPost } from './http-webhook-post.ts';

const request = (url: string) => ({
  id: '018b0000-0000-7000-8000-000000000001',
  url,
  secret: `whsec_${randomBytes(32).toString('base64')}`,
  body: '{}',
});

it.each(['http://127.0.0.1:9/', 'https://10.0.0.1/', 'https://localhost/'])(
  'sends nothing to %s, even if it got into the ledger',
  async (url) => {
    const sent = new HttpWebhookPost(false).send(request(url), new AbortController().signal);
    await expect(sent).rejects.toThrow('The address is not allowed');
  },
);

it('ends with the service: a receiver that does not answer keeps nobody waiting', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = new AbortController();
  const sent = new HttpWebhookPost(true).send(request(`http://localhost:${port}/`), stop.signal);
  server.once('request', () => {
    stop.abort();
  });
  await expect(sent).rejects.toThrow('aborted');
  server.closeAllConnections();
  server.close();
});
