import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { listPage, mailPage } from './html.ts';
import type { MailStore } from './mail-store.ts';

const SHOWN = 200;

/** No script, no other server: mails are shown as text. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** `GET /` and `/mails/{id}` for people; `GET /mails` and `/mails/{id}.json` for programs; `?to=` and `?hazardNo=` filter. */
export function answerWith(store: MailStore): RequestListener {
  return (request, response) => {
    answer(store, request, response).catch((error: unknown) => {
      console.error(error);
      send(response, 500, 'text/plain', 'A mail could not be read.');
    });
  };
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox');
  const told = (name: string): string | undefined => searchParams.get(name)?.trim() || undefined;
  const filter = { to: told('to'), hazardNo: told('hazardNo') };
  const [, id, json] = /^\/mails\/([0-9TZa-f-]+)(\.json)?$/.exec(pathname) ?? [];
  if (request.method !== 'GET') send(response, 405, 'text/plain', 'Mails are read here, and nothing else.');
  else if (pathname === '/')
    send(response, 200, 'text/html', listPage(await store.find(filter, SHOWN), filter));
  else if (pathname === '/mails')
    send(response, 200, 'application/json', JSON.stringify({ items: await store.find(filter, SHOWN) }));
  else {
    const mail = id === undefined ? undefined : await store.get(id);
    if (!mail) send(response, 404, 'text/plain', 'There is no such mail.');
    else if (json) send(response, 200, 'application/json', JSON.stringify(mail));
    else send(response, 200, 'text/html', mailPage(mail));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...headers, 'content-type': `${type}; charset=utf-8` }).end(body);
}
