// The identity provider in a process of its own, on a free port; its files lie in the folder given. Says its credentials on stdout.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { identityHandler } from '../../../identity/src/http/handler.ts';
import { demoProvider } from '../../../identity/src/oidc/provider.ts';
import { loadDemoCredentials } from '../../../identity/src/persistence/demo-credentials.ts';
import { loadSigningKeys } from '../../../identity/src/persistence/signing-keys.ts';

const folder = process.argv[2];
const server = createServer();
server.listen(0, '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const credentials = await loadDemoCredentials(join(folder, 'accounts.json'), issuer);
  const keys = await loadSigningKeys(join(folder, 'keys.json'));
  server.on('request', identityHandler(demoProvider(issuer, credentials, keys), credentials));
  process.stdout.write(`${JSON.stringify({ credentials, keys })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
