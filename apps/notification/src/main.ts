import { runService } from '@bihuan/platform/service';
import { AppModule } from './app.module.ts';

await runService(AppModule);
