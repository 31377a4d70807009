import { kafka, type KafkaFiles } from './servers/kafka.ts';
import { postgres, type PostgresFiles } from './servers/postgres.ts';
import type { Located, Report } from './servers/server.ts';
import { temporal, type TemporalFiles } from './servers/temporal.ts';
import { temporalUi, type TemporalUiFiles } from './servers/temporal-ui.ts';
import type { StackSettings } from './settings.ts';
import { runSteps, type Step } from './report/steps.ts';

export interface LocatedServers {
  readonly postgres: Located<PostgresFiles>;
  readonly kafka: Located<KafkaFiles>;
  readonly temporal: Located<TemporalFiles>;
  readonly temporalUi: Located<TemporalUiFiles>;
}

/** Locates all servers side by side, building or fetching what is not there. */
export async function locateServers(settings: StackSettings): Promise<LocatedServers> {
  const located: Partial<{ -readonly [Key in keyof LocatedServers]: LocatedServers[Key] }> = {};
  const step = (
    key: keyof LocatedServers,
    name: string,
    locate: (report: Report) => Promise<Located<unknown>>,
  ): Step => ({
    title: name,
    async run(report) {
      const found = await locate(report);
      Object.assign(located, { [key]: found });
      return found.from === 'address' ? found.address : `from the ${found.from}`;
    },
  });
  await runSteps(
    [
      step('postgres', `PostgreSQL ${postgres.version}`, (report) => postgres.locate(settings, report)),
      step('kafka', `Kafka ${kafka.version}`, (report) => kafka.locate(settings, report)),
      step('temporal', `Temporal Server ${temporal.version}`, (report) => temporal.locate(settings, report)),
      step('temporalUi', `Temporal UI ${temporalUi.version}`, (report) =>
        temporalUi.locate(settings, report),
      ),
    ],
    settings.plain,
  );
  return located as LocatedServers;
}
