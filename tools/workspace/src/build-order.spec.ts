import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Package {
  readonly name: string;
  readonly nx: { readonly implicitDependencies?: readonly string[] };
}
interface Compiler {
  readonly references?: readonly { readonly path: string }[];
}

const projects = ['apps', 'libs', 'workflows', 'tools']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((project) => existsSync(join(root, project, 'package.json')));

describe.each(projects)('%s', (project) => {
  it('names what it is built from: Nx builds that first, and builds again when it changes', () => {
    const { references = [] } = readJson(`${project}/tsconfig.json`) as Compiler;
    const built = references.map(
      ({ path }) => (readJson(`${normalize(join(project, path))}/package.json`) as Package).name,
    );
    const { implicitDependencies = [] } = (readJson(`${project}/package.json`) as Package).nx;
    expect(implicitDependencies.toSorted()).toEqual(built.toSorted());
  });
});
