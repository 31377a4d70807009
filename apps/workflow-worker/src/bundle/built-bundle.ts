import { fileURLToPath } from 'node:url';

/** Where the build leaves the workflows' bundle. */
export const builtBundle = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));
