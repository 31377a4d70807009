import { randomBytes } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { testServer } from '../test-servers.ts';

/** A bucket of its own on the real object store, as `OBJECTS_S3_*` describe it. It goes with the server's data. */
export interface TestBucket {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export async function createTestBucket(): Promise<TestBucket> {
  const { origin, username, password } = new URL(testServer('BIHUAN_TEST_S3'));
  const bucket = `test-${randomBytes(6).toString('hex')}`;
  const [accessKey, secretKey] = [decodeURIComponent(username), decodeURIComponent(password)];
  const region = 'us-east-1';
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, service: 's3', region });
  const answer = await client.fetch(`${origin}/${bucket}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`no bucket: ${answer.status} ${await answer.text()}`);
  return { endpoint: origin, bucket, region, accessKey, secretKey };
}
