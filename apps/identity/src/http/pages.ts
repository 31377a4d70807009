import type { IncomingMessage } from 'node:http';
import { escaped } from '@bihuan/platform/html';
import { frame } from './page-frame.ts';
import { texts, type PageLanguage } from './texts.ts';

/** The language of a page: `?lang=` first, then `Accept-Language`, else Chinese. */
export function languageOf(request: IncomingMessage): PageLanguage {
  const asked = new URLSearchParams(request.url?.split('?', 2)[1]).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

interface SignInForm {
  readonly uid: string;
  readonly accounts: readonly {
    readonly login: string;
    readonly title: Readonly<Record<PageLanguage, string>>;
  }[];
  readonly login: string;
  readonly refused: boolean;
}

export function signInPage(language: PageLanguage, { uid, accounts, login, refused }: SignInForm): string {
  const t = texts[language];
  const options = accounts.map(
    ({ login: value, title }) => `<option value="${escaped(value)}">${escaped(title[language])}</option>`,
  );
  return frame(
    language,
    t.signIn,
    `${refused ? `<p class="error" role="alert" id="refused">${t.refused}</p>` : ''}
<form method="post" action="/interaction/${encodeURIComponent(uid)}?lang=${language}">
<label for="login">${t.login}</label>
<input id="login" name="login" list="logins" value="${escaped(login)}" autocomplete="username" autocapitalize="none" spellcheck="false" required${refused ? '' : ' autofocus'}>
<datalist id="logins">${options.join('')}</datalist>
<label for="password">${t.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${refused ? ' autofocus aria-describedby="refused"' : ''}>
<button type="submit">${t.signIn}</button>
</form>
<p class="hint">${t.whereAccounts}</p>`,
  );
}

export function aboutPage(language: PageLanguage): string {
  const t = texts[language];
  return frame(
    language,
    t.product,
    `<p>${t.about}</p><p>${t.lostAtRestart}</p><p><a href="/.well-known/openid-configuration">${t.discovery}</a></p>`,
  );
}

export function errorPage(language: PageLanguage, error: string, detail: string): string {
  const t = texts[language];
  return frame(
    language,
    t.failed,
    `<p>${t.startAgain}</p><p class="hint">${escaped(error)}: ${escaped(detail)}</p>`,
  );
}

/** Asks whether to end the session; `form` is the provider's own hidden form `op.logoutForm`. */
export function signOutPage(language: PageLanguage, form: string): string {
  const t = texts[language];
  return frame(
    language,
    t.signOut,
    `${form}<p>${t.signOutQuestion}</p>
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${t.signOut}</button>
<button type="submit" form="op.logoutForm" class="quiet">${t.stay}</button>`,
  );
}

export function signedOutPage(language: PageLanguage): string {
  return frame(language, texts[language].signedOut, '');
}
