import { readJson } from '../json-file.ts';

/** What the identity service writes at its first start, as far as it is shown. */
interface DemoAccounts {
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
  readonly clients: readonly { readonly clientId: string }[];
}

/** The table of demonstration accounts, narrow columns first, because Chinese titles are wider than they count. */
export async function accountLines(file: string): Promise<string[]> {
  const demo = await readJson<DemoAccounts>(file);
  if (demo === undefined) throw new Error(`The identity service has not written ${file}.`);
  const width = Math.max(...demo.accounts.map(({ login }) => login.length));
  return [
    ...demo.accounts.map(
      ({ login, password, title }) => `  ${login.padEnd(width)}  ${password}  ${title.zh} · ${title.en}`,
    ),
    `  For scripts (client credentials): ${demo.clients.map(({ clientId }) => clientId).join(', ')}; secrets in ${file}`,
  ];
}
