import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { publishReference, referenceItem, smallProvince } from '@bihuan/testing/reference';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { ConsumerMetrics, DeadLetters, KafkaBus } from '../messaging/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { ReferenceBook } from './reference-book.ts';
import { ReferenceCopy } from './reference-copy.ts';
import { ReferenceStore } from './reference-store.ts';

const day = '2023-10-09';
const place = { code: '140105', nameZh: '小店', nameEn: 'X', level: 'county', cityCode: '140100' } as const;

describe('reference copies', () => {
  let database: TestDatabase;
  let topics: TestTopics;
  let dataSource: DataSource;
  let bus: KafkaBus;

  beforeAll(async () => {
    [database, topics] = await Promise.all([createTestDatabase('handover'), createTestTopics()]);
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    bus = new KafkaBus({ brokers: topics.brokers, prefix: topics.prefix, clientId: 'handover' });
  });

  afterAll(async () => {
    await bus.close();
    await dataSource.destroy();
    await Promise.all([database.drop(), topics.drop()]);
  });

  function copy(): { book: ReferenceBook; copy: ReferenceCopy } {
    const book = new ReferenceBook();
    const letters = new DeadLetters(bus, new ConsumerMetrics(new Registry()));
    const one = new ReferenceCopy(
      { service: 'handover' },
      bus,
      new ReferenceStore(dataSource),
      book,
      letters,
    );
    one.start();
    return { book, copy: one };
  }

  async function until(met: () => boolean): Promise<void> {
    while (!met()) await dataSource.query('SELECT 1');
  }

  it('becomes ready, hears of changes, and keeps the higher version whatever the order', async () => {
    const { book, copy: running } = copy();
    await publishReference(topics, smallProvince());
    await until(() => book.ready());
    const newer = referenceItem('place', '140105', { ...place, nameZh: '新名' }, { version: 3 });
    const older = referenceItem('place', '140105', { ...place, nameZh: '旧名' }, { version: 2 });
    await publishReference(topics, [newer, older], { manifest: false });
    await until(() => book.place('140105', day)?.nameZh === '新名');
    await publishReference(topics, [referenceItem('organisation', 'LAST', organisation)], {
      manifest: false,
    });
    await until(() => book.organisation('LAST', day) !== undefined);
    expect(book.place('140105', day)?.nameZh).toBe('新名');
    await running.stop();
  });

  it('is ready from its own table at the next start', async () => {
    const { book, copy: running } = copy();
    await until(() => book.ready());
    await running.stop();
  });

  it('reads everything again after its table was lost', async () => {
    await dataSource.query('DELETE FROM reference_item');
    const { book, copy: running } = copy();
    await until(() => book.ready());
    expect(book.place('140105', day)?.nameZh).toBe('新名');
    await running.stop();
  });

  it('puts a misshapen item aside and keeps the rest', async () => {
    const { book, copy: running } = copy();
    const bad = referenceItem('place', 'bad', { ...place, code: 'bad' });
    const good = referenceItem('place', '140106', { ...place, code: '140106' });
    await publishReference(topics, [bad, good], { manifest: false });
    await until(() => book.ready() && book.place('140106', day) !== undefined);
    const [letter] = await topics.read('deadLetter', 1);
    expect(letter).toMatchObject({ headers: { reason: 'dataInvalid', consumer: 'handover.reference' } });
    await running.stop();
  });
});

const organisation = {
  code: 'LAST',
  nameZh: '最后',
  nameEn: 'Last',
  level: 'county',
  parentCode: 'TY',
  placeCode: '140105',
  campaignOffice: false,
  creditCode: null,
} as const;
