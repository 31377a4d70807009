import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const workflowSafe = {
  group: [
    'node:*',
    '@nestjs/*',
    'typeorm',
    'kafkajs',
    'pg',
    '@temporalio/client',
    '@temporalio/worker',
    '@temporalio/activity',
  ],
  message:
    'Workflow code and pure rules import nothing but @temporalio/workflow, contracts and process-core.',
};

const domainSafe = [
  {
    group: ['@nestjs/common'],
    allowImportNames: ['Injectable'],
    message: 'A use case is injectable; nothing else of the framework belongs into the domain (ADR 3).',
  },
  {
    group: ['@nestjs/*', '!@nestjs/common', 'typeorm', 'kafkajs', 'pg', 'fastify', '@temporalio/*'],
    message: 'The domain says what may happen; how it is stored and carried is said in the other rooms.',
  },
];

/** Who may import whom: by kind (`type:*`) and by service (`scope:*`). */
const boundaries = [
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:process-core', onlyDependOnLibsWithTags: ['type:contracts'] },
  {
    sourceTag: 'type:workflow',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:process-core', 'type:testing'],
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:process-core', 'type:testing'],
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:process-core', 'type:platform', 'type:workflow'],
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:contracts',
      'type:process-core',
      'type:platform',
      'type:testing',
      'type:workflow',
    ],
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: [
      'type:contracts',
      'type:process-core',
      'type:tool',
      'type:testing',
      'type:platform',
    ],
  },
  ...[
    'registration',
    'handover',
    'disclosure',
    'supervision',
    'assessment',
    'campaign',
    'notification',
    'gateway',
    'identity',
    'worker',
    'loop',
    'stack',
    'tools',
    'shared',
  ].map((scope) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags:
      scope === 'worker'
        ? ['scope:worker', 'scope:loop', 'scope:shared']
        : [`scope:${scope}`, 'scope:shared'],
  })),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/.bihuan/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.spec.json'], tsconfigRootDir: process.cwd() } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: boundaries,
          // The platform's tests use what testing offers, which stands on the platform: tests are part of no build.
          ignoredCircularDependencies: [['@bihuan/platform', '@bihuan/testing']],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'off',
      // Rows of TypeORM are plain objects in the shape of their entity.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      // Leaving a property out by taking it apart names it on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/platform/src/config/**', 'libs/testing/**', '**/*.spec.ts', '**/__fixtures__/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read in platform/config alone.' },
      ],
    },
  },
  {
    files: ['workflows/*/src/**/*.ts', 'libs/process-core/src/**/*.ts', 'libs/contracts/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [workflowSafe] }] },
  },
  {
    files: ['apps/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: domainSafe }] },
  },
  { files: ['tools/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  prettier,
);
