import type { Type } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { ServiceConfig } from '../config/index.ts';
import { createHttpApp } from '../http/index.ts';

/**
 * Boots a service and serves until SIGTERM or SIGINT, upon which it stops in order and exits with 0.
 * A service that cannot start says why and exits with 1.
 */
export async function runService(module: Type): Promise<void> {
  try {
    const app = await createHttpApp(module);
    const { service, host, port } = app.get(ServiceConfig);
    await app.listen(port, host);
    new Logger('Service').log(`${service} serves at ${await app.getUrl()}`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
