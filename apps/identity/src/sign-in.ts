import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { IdentityConfig } from './identity-config.ts';
import { identityHandler, pathOf } from './http/handler.ts';
import { demoProvider } from './oidc/provider.ts';
import { loadDemoCredentials } from './persistence/demo-credentials.ts';
import { loadSigningKeys } from './persistence/signing-keys.ts';

const probes = new Set(['/healthz', '/readyz', '/metrics']);

/** Hands every request but the probes to the provider, before the framework reads it. */
@Injectable()
export class SignIn implements OnModuleInit {
  private readonly logger = new Logger(SignIn.name);

  constructor(
    private readonly config: IdentityConfig,
    private readonly host: HttpAdapterHost,
  ) {}

  async onModuleInit(): Promise<void> {
    const { issuer, demoAccountsFile, signingKeysFile } = this.config;
    const credentials = await loadDemoCredentials(demoAccountsFile, issuer);
    const provider = demoProvider(issuer, credentials, await loadSigningKeys(signingKeysFile));
    provider.on('server_error', (_ctx, error) => {
      this.logger.error({ err: error, msg: 'unexpected error' });
    });
    const handle = identityHandler(provider, credentials);
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', async (request, reply) => {
      if (probes.has(pathOf(request.raw))) return;
      reply.hijack();
      try {
        await handle(request.raw, reply.raw);
      } catch (error) {
        this.logger.error({ err: error, msg: 'unexpected error' });
        if (!reply.raw.headersSent) reply.raw.writeHead(500);
        reply.raw.end();
      }
    });
    this.logger.warn(
      'Sign-in for development and demonstration only: demo accounts, sessions in memory, a password grant for scripts',
    );
  }
}
