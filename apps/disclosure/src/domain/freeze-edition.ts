import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { CampaignMonth, EditionFile } from '@bihuan/contracts';
import { type Origin, UnitOfWork } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ObjectStore } from '@bihuan/platform/storage';
import { EditionItems } from '../persistence/edition-items.repository.ts';
import { type CutEdition, type FrozenFile, isCut } from '../persistence/edition.entity.ts';
import { Editions } from '../persistence/editions.repository.ts';
import { editionJson } from './pages/edition-json.ts';
import { editionPage } from './pages/edition-page.ts';
import { pagePolicy } from './pages/style.ts';

type Writer = () => AsyncIterable<string>;

/** Under which a file stands in the object store: what is there is what its name says. */
export function contentKey(sha256: string): string {
  return `sha256/${sha256.slice(0, 2)}/${sha256}`;
}

/**
 * Writes the files of a cut, once: page, data, and a manifest with the hash of both. Each is written twice over from
 * the same lines, first to learn its hash and then to store it under that name, so that no file is ever held whole.
 */
@Injectable()
export class FreezeEdition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: Editions,
    private readonly items: EditionItems,
    private readonly store: ObjectStore,
  ) {}

  /**
   * @param beat called while it goes on
   * @throws edition.notFound; edition.notReady before the cut
   */
  async execute(origin: Origin, of: CampaignMonth, beat: () => void): Promise<void> {
    const edition = await this.editions.find(of);
    if (!edition)
      throw new DomainError('edition.notFound', { params: { campaign: of.campaignCode, month: of.month } });
    if (edition.files) return;
    if (!isCut(edition)) throw new DomainError('edition.notReady', { params: { month: of.month } });
    const figures = await this.items.figures(of);
    const lines = () => beating(this.items.lines(of), beat);
    const files = {
      'edition.html': await this.keep(() => editionPage(edition, figures, lines())),
      'edition.json': await this.keep(() => editionJson(edition, figures, lines())),
    };
    const manifest = manifestOf(edition, files);
    const all = { ...files, 'manifest.json': await this.keep(() => once(manifest)) };
    await this.unitOfWork.run(origin, async (work) => {
      const row = await this.editions.lock(work, of);
      if (row?.files) return;
      await this.editions.store(work, of, { files: all, pagePolicy });
      work.record({ action: 'edition.frozen', subject: `${of.campaignCode}.${of.month}`, after: all });
    });
  }

  private async keep(write: Writer): Promise<FrozenFile> {
    const hash = createHash('sha256');
    for await (const part of write()) hash.update(part);
    const expected = hash.digest('hex');
    const { bytes, sha256 } = await this.store.put(contentKey(expected), Readable.from(encoded(write())));
    if (sha256 !== expected) {
      await this.store.remove(contentKey(expected));
      throw new Error(
        `A file of the edition came out differently the second time: ${sha256}, not ${expected}`,
      );
    }
    return { bytes, sha256 };
  }
}

async function* beating<T>(lines: AsyncIterable<T>, beat: () => void): AsyncGenerator<T> {
  for await (const line of lines) {
    beat();
    yield line;
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** What the files are, each with its hash: whoever keeps it can prove what was published. */
function manifestOf(
  { campaignCode, month, no, windowFrom, windowTo, cutAt, cut }: CutEdition,
  files: Readonly<Partial<Record<EditionFile, FrozenFile>>>,
): string {
  const manifest = {
    format: 'bihuan.manifest/1',
    campaignCode,
    month,
    no,
    window: { from: windowFrom, to: windowTo },
    cutAt: cutAt.toISOString(),
    cut,
    files: Object.entries(files).map(([name, file]) => ({ name, ...file })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
