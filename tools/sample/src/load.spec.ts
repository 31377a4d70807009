import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DemoCredentials } from '@bihuan/api-client';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { ProductServer } from './__fixtures__/product-server.ts';

const loader = fileURLToPath(new URL('load.ts', import.meta.url));
let server: ProductServer;
let directory: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  server = new ProductServer();
  const address = await server.start();
  directory = await mkdtemp(join(tmpdir(), 'bihuan-load-'));
  const accounts = join(directory, 'demo-accounts.json');
  const credentials: DemoCredentials = {
    tokenUrl: `${address}/token`,
    passwordGrant: { grantType: 'password', clientId: 'scripts', resource: 'urn:bihuan', scope: 'api' },
    accounts: [],
    clients: [{ clientId: 'office.system', clientSecret: 'secret', scope: 'system' }],
  };
  await writeFile(accounts, JSON.stringify(credentials));
  environment = { PATH: process.env['PATH'], BIHUAN_GATEWAY_URL: address, BIHUAN_DEMO_ACCOUNTS: accounts };
});
afterEach(async () => {
  server.close();
  await rm(directory, { recursive: true, force: true });
});

const load = () =>
  promisify(execFile)(process.execPath, ['--conditions=@bihuan/source', loader], { env: environment });

it('brings 1,300 hazards and the months that have ended, and is finished after an interruption', async () => {
  const { product, files } = server;
  product.answers = 4;
  await expect(load()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('fetch failed') });

  product.answers = Infinity;
  const { stdout } = await load();
  expect(stdout.trim().split('\n').at(-1)).toBe('1300 hazards imported; 2 months disclosed and assessed');
  expect(product.imports.map(({ state }) => state)).toEqual(['completed']);
  expect(files).toHaveLength(1);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(files[0]!.buffer as ArrayBuffer);
  expect(workbook.worksheets[0]?.rowCount).toBe(1301);
});

it('brings the very same file again where the first was not taken', async () => {
  const { product, files } = server;
  product.endsAs = 'failed';
  await expect(load()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('ended as failed') });
  product.endsAs = 'completed';
  await load();
  expect(files).toHaveLength(2);
  expect(files[0]!.equals(files[1]!)).toBe(true);
});
