import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { checkout } from '../checkout.ts';
import { serviceDefinitions } from '../services/definitions.ts';
import { serviceFlags } from '../services/start-service.ts';
import { containers, read } from './__fixtures__/compose-file.ts';
import { composeDirectory } from './places.ts';

const lines = read('deploy/Dockerfile').split('\n');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { libc?: string[] }> };

/** The instructions of one target. */
function stage(name: string): string[] {
  const from = lines.findIndex((line) => line.startsWith('FROM') && line.endsWith(` AS ${name}`));
  const rest = lines.slice(from + 1);
  const next = rest.findIndex((line) => line.startsWith('FROM'));
  return [lines[from] ?? '', ...rest.slice(0, next < 0 ? undefined : next)];
}

/** Containers of the product's image: the services, and the steps before and after them. */
const ofProduct = Object.entries(containers).filter(([, { image }]) => image === 'bihuan/product');

describe('the image of the product', () => {
  const product = stage('product');

  test('is that of every service, and says which one by its environment', () => {
    const named = ofProduct.map(([name]) => name);
    expect(named).toEqual(expect.arrayContaining(serviceDefinitions.map(({ name }) => name)));
    expect(product).toContain(
      `CMD ["sh", "-c", "exec node ${serviceFlags.join(' ')} --env-file=${composeDirectory}/$SERVICE.env apps/$SERVICE/dist/main.js"]`,
    );
  });

  test('lets its user write to the volume: objects, accounts and secrets', () => {
    const make = product.indexOf(`RUN mkdir ${composeDirectory} && chown node:node ${composeDirectory}`);
    expect(make).toBeGreaterThan(0);
    // a volume takes over what the image holds at its place when it is declared
    expect(product.indexOf(`VOLUME ${composeDirectory}`)).toBeGreaterThan(make);
    expect(product.indexOf('USER node')).toBeGreaterThan(make);
    for (const [, { volumes }] of ofProduct) expect(volumes).toEqual([`bihuan:${composeDirectory}`]);
  });

  test('is read by the servers without writing, under the same number of user', () => {
    const others = Object.values(containers).filter(({ image }) => image !== 'bihuan/product');
    const mounts = others.flatMap(({ volumes = [] }) =>
      volumes.filter((volume) => volume.startsWith('bihuan:')),
    );
    expect(mounts).not.toEqual([]);
    expect(mounts.filter((mount) => mount !== `bihuan:${composeDirectory}:ro`)).toEqual([]);
    // the user `node` of Node's image has the number 1000
    expect(stage('temporal').join('\n')).toMatch(/useradd --uid 1000 .*\n(.*\n)*USER temporal/);
  });

  test('holds everything that was installed: no package is left out', () => {
    expect(product).toContain('COPY --from=build /app /app');
    const build = stage('build').join('\n');
    expect(build).toContain('RUN npm ci && npx nx run-many -t build');
    expect(build).not.toMatch(/--omit|--no-optional|NODE_ENV=production/);
  });

  test.each(['x64', 'arm64'])('is of the kind that native packages of Linux on %s are made for', (cpu) => {
    for (const target of ['build', 'product']) expect(stage(target)[0]).toContain('-bookworm-slim');
    const native = [
      `@img/sharp-linux-${cpu}`,
      `@img/sharp-libvips-linux-${cpu}`,
      `@swc/core-linux-${cpu}-gnu`,
    ];
    for (const name of native)
      expect([name, lock.packages[`node_modules/${name}`]?.libc]).toEqual([name, ['glibc']]);
  });
});

test('what Temporal’s containers are started with is in their image', () => {
  expect(stage('temporal')).toContain('COPY deploy/temporal/ /etc/bihuan-temporal/');
  const named = ['temporal-schema', 'temporal'].flatMap((name) => containers[name]?.command ?? []);
  expect(named).toEqual(['/etc/bihuan-temporal/schema.sh', '/etc/bihuan-temporal/server.sh']);
  expect(read('deploy/temporal/schema.sh')).toMatch(/^#!\/bin\/sh\n/);
  expect(read('deploy/temporal/server.sh')).toMatch(/^#!\/bin\/sh\n/);
  const ui = containers['temporal-ui']?.command ?? [];
  expect(ui.slice(1)).toEqual(['--root', '/etc', '--config', 'bihuan-temporal', '--env', 'ui', 'start']);
  expect(read('deploy/temporal/ui.yaml')).not.toBe('');
});

describe('the order of containers', () => {
  const condition = (name: string, on: string) => containers[name]?.depends_on?.[on]?.condition;

  test('secrets, servers, databases, namespace, services, ledger', () => {
    expect(condition('postgres', 'secrets')).toBe('service_completed_successfully');
    expect(condition('provision', 'postgres')).toBe('service_healthy');
    expect(condition('provision', 'kafka')).toBe('service_healthy');
    expect(condition('temporal-schema', 'provision')).toBe('service_completed_successfully');
    expect(condition('temporal', 'temporal-schema')).toBe('service_completed_successfully');
    for (const { name } of serviceDefinitions)
      expect([name, condition(name, 'namespace')]).toEqual([name, 'service_completed_successfully']);
    expect(condition('sample', 'gateway')).toBe('service_healthy');
  });

  test('the ledger is loaded by the loader of the local stack', () => {
    expect(containers['sample']?.command).toEqual([
      'node',
      '--conditions=@bihuan/source',
      'tools/sample/src/load.ts',
    ]);
    expect(Object.keys(containers['sample']?.environment ?? {})).toEqual([
      'BIHUAN_GATEWAY_URL',
      'BIHUAN_DEMO_ACCOUNTS',
    ]);
  });
});

describe('the health check of a container', () => {
  const check = containers['registration']?.healthcheck?.test ?? [];

  test.each([
    [200, 0],
    [503, 1],
  ])('of a service that answers %i ends with %i', async (status, code) => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/readyz' ? status : 404).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await codeOf(check, port)).toBe(code);
    server.close();
  });

  test('of one that does not answer ends with 1', async () => {
    expect(await codeOf(check, 1)).toBe(1);
  });
});

/** Runs a check as a container does: its first word says that no shell takes part. */
async function codeOf([kind, , ...args]: readonly string[], port: number): Promise<unknown> {
  expect(kind).toBe('CMD');
  const env = { ...process.env, HEALTH_PORT: String(port) };
  const [code] = (await once(spawn(process.execPath, args, { cwd: checkout.root, env }), 'exit')) as [
    unknown,
  ];
  return code;
}
