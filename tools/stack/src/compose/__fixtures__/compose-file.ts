import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkout } from '../../checkout.ts';

export interface Container {
  readonly image: string;
  readonly build?: { readonly target?: string };
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** A file of this checkout. */
export const read = (path: string) => readFileSync(join(checkout.root, path), 'utf8');

export const composeText = read('docker-compose.yml');

/** A fresh copy of the file with its anchors and merges resolved, as compose sees it. */
export const composeFile = () => parse(composeText, { merge: true }) as Record<string, unknown>;

export const containers = (composeFile() as { services: Record<string, Container> }).services;

/** What a container is told in the file itself, as it receives it. */
export function toldInFile(name: string): Record<string, string> {
  const environment = containers[name]?.environment ?? {};
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)]));
}
