import { ServiceConfig } from '@bihuan/platform/config';
import { createHttpApp } from '@bihuan/platform/http';
import { AppModule } from './app.module.ts';

const app = await createHttpApp(AppModule);
const { host, port } = app.get(ServiceConfig);
await app.listen(port, host);
