import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { MessageBus } from '../messaging/index.ts';

/** Something that runs beside the requests of a service. */
export interface RunningPart {
  start?(): void;
  stop(): Promise<void>;
}

const log = new Logger('Service');

/** Stops parts one after the other; one that fails to stop does not keep the others from it. */
export async function stopInOrder(parts: readonly RunningPart[]): Promise<void> {
  for (const part of parts) {
    await part.stop().catch((error: unknown) => {
      log.error(`A part did not stop: ${String(error)}`);
    });
  }
}

/** Disconnects the process, when nothing of it works any more. */
export function closing(bus: MessageBus, dataSource: DataSource): RunningPart {
  return {
    stop: async () => {
      await bus.close();
      await dataSource.destroy();
    },
  };
}
