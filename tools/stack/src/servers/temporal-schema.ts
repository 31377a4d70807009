import pg from 'pg';
import { run } from '../process/run.ts';

/** The two databases of the Temporal Server and who may change their schema. */
export interface TemporalDatabase {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly name: string;
  readonly visibilityName: string;
}

/**
 * Brings both databases to the schema of this server version with the server's own SQL tool.
 * Both steps do nothing where there is nothing to do, so that every start may run them.
 */
export async function setUpTemporalSchema(sqlTool: string, database: TemporalDatabase): Promise<void> {
  const schemas = [
    { name: database.name, schema: 'postgresql/v12/temporal' },
    { name: database.visibilityName, schema: 'postgresql/v12/visibility' },
  ];
  await Promise.all(
    schemas.map(async ({ name, schema }) => {
      const connection = ['--plugin', 'postgres12_pgx', '--ep', database.host, '-p', String(database.port)];
      const login = ['-u', database.user, '--db', name];
      // The password goes by the environment: arguments can be read by every account of the machine.
      const env = { SQL_PASSWORD: database.password };
      const tool = (...args: string[]) => run(sqlTool, [...connection, ...login, ...args], { env });
      await tool('setup-schema', '-v', '0.0');
      await tool('update-schema', '--schema-name', schema);
    }),
  );
}

/**
 * Forgets the members that an earlier run of our one server left behind. A server that starts within seconds
 * of the last one's end would otherwise try for half a minute to join members that no longer exist.
 */
export async function forgetFormerMembers(database: TemporalDatabase): Promise<void> {
  const { host, port, user, password, name } = database;
  const client = new pg.Client({ host, port, user, password, database: name });
  await client.connect();
  try {
    await client.query('DELETE FROM cluster_membership');
  } finally {
    await client.end();
  }
}
