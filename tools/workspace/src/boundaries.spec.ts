import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = (path: string) => `${root}node_modules/${path}`;

interface LintResult {
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Lints a source file that stands in the project only as long as it takes. */
function lint(project: string, folder: string, text: string): (string | null)[] {
  const file = join(root, project, folder, `trespass-${process.pid}.ts`);
  writeFileSync(file, text);
  try {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [bin('eslint/bin/eslint.js'), file, '--format', 'json'],
      {
        cwd: join(root, project),
        encoding: 'utf8',
      },
    );
    if (stdout === '') throw new Error(stderr);
    const [result] = JSON.parse(stdout) as LintResult[];
    return (result?.messages ?? []).map((message) => message.ruleId);
  } finally {
    rmSync(file);
  }
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
      'src',
      `import '../../registration/src/app.module.ts';`,
      boundary,
    ],
    [
      'pure rules import no platform',
      'libs/process-core',
      'src',
      `import '@bihuan/platform/http';`,
      boundary,
    ],
    ['pure rules import no framework', 'libs/process-core', 'src', `import '@nestjs/common';`, restricted],
    ['a use case knows no table', 'apps/handover', 'src/domain', `import 'typeorm';`, restricted],
    [
      'a workflow imports no client',
      'workflows/hazard-loop',
      'src',
      `import '@temporalio/client';`,
      restricted,
    ],
  ])(
    '%s',
    (_what, project, folder, text, rule) => {
      expect(lint(project, folder, text)).toContain(rule);
    },
    60_000,
  );

  it('lets a service import contracts and platform', () => {
    const text = `import '@bihuan/contracts';\nimport '@bihuan/platform/http';\n`;
    expect(lint('apps/handover', 'src', text)).not.toContain(boundary);
  }, 60_000);
});
