import { signInPage, aboutPage, errorPage, languageOf } from './pages.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { accountFor, type DemoCredentials } from '../persistence/demo-credentials.ts';
import { readForm } from './form.ts';
import { pageHeaders } from './page-frame.ts';

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

/** Answers everything of the provider: its own pages here, the protocol by oidc-provider. */
export function identityHandler(provider: Provider, credentials: DemoCredentials) {
  const protocol = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = pathOf(request);
    if (pathname === '/') {
      send(response, 200, aboutPage(languageOf(request)));
      return;
    }
    if (!pathname.startsWith('/interaction/')) return protocol(request, response);
    try {
      await signInStep(provider, credentials, request, response);
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error;
      send(
        response,
        error.statusCode,
        errorPage(languageOf(request), error.error, error.error_description ?? ''),
      );
    }
  };
}

async function signInStep(
  provider: Provider,
  credentials: DemoCredentials,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response);
  const language = languageOf(request);
  const page = (login: string, refused: boolean) =>
    signInPage(language, { uid, accounts: credentials.accounts, login, refused });
  if (request.method !== 'POST') {
    const hint = params['login_hint'];
    send(response, 200, page(typeof hint === 'string' ? hint : '', false));
    return;
  }
  const form = await readForm(request);
  const login = form.get('login') ?? '';
  const account = accountFor(credentials, login, form.get('password') ?? '');
  if (account === null) {
    send(response, 401, page(login, true));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: account.login } });
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders);
  response.end(html);
}
