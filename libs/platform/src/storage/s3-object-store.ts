import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { ServerAway } from '../errors/index.ts';
import { checkedKey, ObjectNotFound, ObjectStore, type StoredObject } from './object-store.ts';
import type { Spool } from './spool.ts';
import type { S3Settings } from './storage-config.ts';

/** From the request to the headers of the answer; a file must have been taken in by then. */
const PUT_LIMIT_MS = 300_000;
const ANSWER_LIMIT_MS = 30_000;
const CHECK_LIMIT_MS = 5_000;

interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Empty: the bucket. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readable;
  readonly limitMs?: number;
}

/** Objects in a bucket of an S3-compatible store, addressed by path. */
export class S3ObjectStore extends ObjectStore {
  constructor(
    private readonly settings: S3Settings,
    private readonly spool: Spool,
  ) {
    super();
  }

  /**
   * The store wants to know the length beforehand, and holds the content against its hash: so the stream goes to the
   * disk first, and the store shows nothing of it before it has all of it.
   */
  override async put(key: string, content: Readable): Promise<StoredObject> {
    checkedKey(key);
    return this.spool.through(content, async ({ path, bytes, sha256 }) => {
      const headers = { 'content-length': String(bytes), 'x-amz-content-sha256': sha256 };
      const body = createReadStream(path);
      try {
        const answer = await this.send({ method: 'PUT', key, headers, body, limitMs: PUT_LIMIT_MS });
        await expectSuccess(answer);
      } finally {
        body.destroy();
      }
      return { key, bytes, sha256 };
    });
  }

  override async get(key: string): Promise<Readable> {
    const answer = await this.send({ method: 'GET', key: checkedKey(key) });
    await expectSuccess(answer, key);
    return answer.body ? Readable.fromWeb(answer.body) : Readable.from([]);
  }

  override async remove(key: string): Promise<void> {
    const answer = await this.send({ method: 'DELETE', key: checkedKey(key) });
    // Some stores say that there was none, most do not.
    if (answer.status !== 404) await expectSuccess(answer);
  }

  override async check(): Promise<void> {
    await this.spool.check();
    await expectSuccess(await this.send({ method: 'HEAD', limitMs: CHECK_LIMIT_MS }));
  }

  /** @returns the answer once its headers are there; its body may take as long as its reader does */
  private async send({
    method,
    key = '',
    headers = {},
    body,
    limitMs = ANSWER_LIMIT_MS,
  }: S3Request): Promise<Response> {
    const { endpoint, bucket, region, accessKey, secretKey } = this.settings;
    const signer = new AwsV4Signer({
      method,
      url: `${endpoint}/${bucket}/${key}`.replace(/\/$/, ''),
      headers,
      service: 's3',
      region,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
    });
    const signed = await signer.sign();
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort();
    }, limitMs);
    try {
      return await fetch(signed.url, {
        method,
        headers: signed.headers,
        redirect: 'error',
        signal: limit.signal,
        ...(body && { body: Readable.toWeb(body), duplex: 'half' as const }),
      });
    } catch (error) {
      throw new ServerAway('The object store does not answer', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** @throws ObjectNotFound; ServerAway where the store says that it cannot now; Error for any other refusal */
async function expectSuccess(answer: Response, key = ''): Promise<void> {
  if (answer.ok) return;
  const told = (await answer.text()).slice(0, 500);
  if (answer.status === 404 && told.includes('NoSuchKey')) throw new ObjectNotFound(key);
  const message = `The object store answered ${answer.status}: ${told}`;
  throw answer.status >= 500 || answer.status === 429 ? new ServerAway(message) : new Error(message);
}
