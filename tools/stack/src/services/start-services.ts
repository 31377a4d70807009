import { Slots } from '../process/slots.ts';
import type { Step } from '../report/steps.ts';
import type { Started } from '../servers/server.ts';
import { serviceDefinitions } from './definitions.ts';
import type { ServiceSurroundings } from './environment.ts';
import { startService, untilServiceReady } from './start-service.ts';

/** Starting is work for the processor: more at a time than this only makes each slower. */
const AT_A_TIME = 3;

/** A step for each service: started a few at a time in the order of the list, then waited for until it is ready. */
export function serviceSteps(
  surroundings: ServiceSurroundings,
  logDirectory: string,
  started: Started,
): Step[] {
  const slots = new Slots(AT_A_TIME);
  return serviceDefinitions.map((service) => ({
    title: service.name,
    run: async (report) => {
      report('waiting for its turn');
      const child = await slots.use(() => {
        report('starting');
        return startService(surroundings, service, logDirectory, started);
      });
      report('waiting until it is ready');
      const url = surroundings.urls[service.name];
      await untilServiceReady(child, url);
      return `ready at ${url}`;
    },
  }));
}
