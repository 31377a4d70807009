/** One run for the whole repository: `*.spec.ts` beside the code, `*.it.spec.ts` against real servers. */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@bihuan/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/{apps,libs,workflows,tools}/**/src/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.bihuan/', '<rootDir>/.nx/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 30_000,
  // What a file under ESM leaves behind is never freed: a worker that has grown makes room for a fresh one.
  maxWorkers: 1,
  workerIdleMemoryLimit: '1GB',
};
