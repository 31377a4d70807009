import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A mail as it came. Names and texts are whatever the sender wrote. */
export interface StoredMail {
  readonly id: string;
  /** System time, ISO 8601. */
  readonly receivedAt: string;
  /** Addresses of the envelope. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly messageId: string;
  readonly hazardNo: string | null;
  readonly text: string;
}

export interface MailFilter {
  readonly to?: string | undefined;
  readonly hazardNo?: string | undefined;
}

/** What is known of a mail without reading its file. */
type Entry = Pick<StoredMail, 'id' | 'to' | 'hazardNo'>;

const extension = '.eml';
const envelopeHeader = 'X-Original-To';

/** Mails as files, one each, named by the time they came. */
export class MailStore {
  /** The oldest first. */
  readonly #entries: Entry[] = [];

  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(directory: string): Promise<MailStore> {
    await mkdir(directory, { recursive: true });
    const store = new MailStore(directory);
    const names = (await readdir(directory)).filter((name) => name.endsWith(extension)).sort();
    for (const name of names) store.#entries.push(await store.read(name.slice(0, -extension.length)));
    return store;
  }

  /** Writes a mail down; it is there when this returns. @param to addresses of the envelope, which the mail need not name */
  async add(raw: Buffer, to: readonly string[]): Promise<void> {
    const id = `${new Date().toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(6).toString('hex')}`;
    const envelope = to.map((address) => `${envelopeHeader}: ${address}\r\n`).join('');
    const half = join(this.#directory, `${id}.half`);
    await writeFile(half, Buffer.concat([Buffer.from(envelope), raw]));
    await rename(half, this.file(id));
    this.#entries.push(await this.read(id));
  }

  /** The newest first. @param limit at most so many */
  find({ to, hazardNo }: MailFilter, limit: number): Promise<StoredMail[]> {
    const wanted = this.#entries.filter(
      (entry) =>
        (to === undefined || entry.to.includes(to)) &&
        (hazardNo === undefined || entry.hazardNo === hazardNo),
    );
    return Promise.all(
      wanted
        .slice(-limit)
        .reverse()
        .map(({ id }) => this.read(id)),
    );
  }

  async get(id: string): Promise<StoredMail | undefined> {
    return this.#entries.some((entry) => entry.id === id) ? this.read(id) : undefined;
  }

  private async read(id: string): Promise<StoredMail> {
    const mail = await PostalMime.parse(await readFile(this.file(id)));
    const valuesOf = (header: string): string[] =>
      mail.headers.filter(({ key }) => key === header.toLowerCase()).map(({ value }) => value);
    return {
      id,
      receivedAt: id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*/, '$1-$2-$3T$4:$5:$6.$7Z'),
      to: valuesOf(envelopeHeader),
      from: mail.from?.address ?? '',
      subject: mail.subject ?? '',
      messageId: mail.messageId ?? '',
      hazardNo: valuesOf('X-Bihuan-Hazard-No')[0] ?? null,
      text: mail.text ?? '',
    };
  }

  private file(id: string): string {
    return join(this.#directory, `${id}${extension}`);
  }
}
