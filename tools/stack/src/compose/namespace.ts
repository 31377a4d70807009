import { searchAttributes } from '@bihuan/contracts';
import { registerNamespace } from '../provision/temporal-namespace.ts';

// Last container before the services: the Temporal namespace and its search attributes.

await registerNamespace('temporal:7233', 'bihuan', searchAttributes);
