import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = (path: string) => `${root}node_modules/${path}`;

interface LintResult {
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Lints a text as if it stood in an existing file of the project. */
function lint(project: string, file: string, text: string): (string | null)[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin('eslint/bin/eslint.js'), '--stdin', '--stdin-filename', file, '--format', 'json'],
    { cwd: `${root}${project}`, input: text, encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  const [result] = JSON.parse(stdout) as LintResult[];
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const boundary = '@nx/enforce-module-boundaries';
const restricted = '@typescript-eslint/no-restricted-imports';

describe('boundaries', () => {
  beforeAll(() => {
    // The boundary rule reads the project graph; without one it would pass everything in silence.
    const graph = spawnSync(process.execPath, [bin('nx/dist/bin/nx.js'), 'show', 'projects'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    });
    expect(graph.stdout).toContain('@bihuan/handover');
  }, 120_000);

  it.each([
    [
      'a service may not import another',
      'apps/handover',
      'src/main.ts',
      `import '@bihuan/registration';`,
      boundary,
    ],
    [
      'pure rules import no platform',
      'libs/process-core',
      'src/index.ts',
      `import '@bihuan/platform/http';`,
      boundary,
    ],
    [
      'pure rules import no framework',
      'libs/process-core',
      'src/index.ts',
      `import '@nestjs/common';`,
      restricted,
    ],
    [
      'a workflow imports no client',
      'workflows/hazard-loop',
      'src/hazard-loop.workflow.ts',
      `import '@temporalio/client';`,
      restricted,
    ],
  ])(
    '%s',
    (_what, project, file, text, rule) => {
      expect(lint(project, file, text)).toContain(rule);
    },
    60_000,
  );

  it('lets a service import contracts and platform', () => {
    const text = `import '@bihuan/contracts';\nimport '@bihuan/platform/http';\n`;
    expect(lint('apps/handover', 'src/main.ts', text)).not.toContain(boundary);
  }, 60_000);
});
