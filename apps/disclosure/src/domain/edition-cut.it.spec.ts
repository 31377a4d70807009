import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../__fixtures__/disclosure-world.ts';
import { nextNo, pastOf, registered, struckOff, withdrawn } from '../__fixtures__/facts.ts';

let world: DisclosureWorld;
beforeAll(async () => (world = await startDisclosure('2023-08-06T09:00:00+08:00')), 60_000);
afterAll(() => world.close());

const shanghai = (text: string) => new Date(`2023-${text}+08:00`).toISOString();

/** Lines of a month: `<name> new`, `<name> struckOff`, each with `late` where it is. */
async function linesOf(month: string, names: Readonly<Record<string, string>>): Promise<string[]> {
  const lines = await world.rows<{ hazard_no: string; kind: string; late: boolean }>(
    `SELECT hazard_no, kind, late FROM edition_item WHERE month = $1 ORDER BY ordinal`,
    [month],
  );
  return lines
    .map(({ hazard_no, kind, late }) => `${names[hazard_no] ?? hazard_no} ${kind}${late ? ' late' : ''}`)
    .sort();
}

describe('the cuts of a campaign', () => {
  const no = {
    april: nextNo(),
    lastOfMay: nextNo(),
    firstOfJune: nextNo(),
    error: nextNo(),
    quick: nextNo(),
    brought: nextNo(),
    lateInMay: nextNo(),
    august: nextNo(),
  };
  const names = Object.fromEntries(Object.entries(no).map(([name, number]) => [number, name]));

  beforeAll(async () => {
    await world.hear([
      registered(no.april, { at: shanghai('04-25T10:00:00') }),
      registered(no.lastOfMay, { at: shanghai('05-31T23:59:59.999') }),
      registered(no.firstOfJune, { at: shanghai('06-01T00:00:00') }),
      registered(no.error, { at: shanghai('05-10T10:00:00') }),
      withdrawn(no.error, shanghai('05-12T10:00:00')),
      registered(no.quick, { at: shanghai('05-02T10:00:00') }),
      struckOff(no.quick, shanghai('05-20T10:00:00')),
      struckOff(no.april, shanghai('06-10T10:00:00')),
      registered(no.brought, {
        at: shanghai('05-05T09:00:00'),
        more: { history: pastOf(shanghai('06-28T09:00:00')) },
      }),
      struckOff(no.brought, shanghai('06-28T09:00:00')),
      registered(no.august, { at: shanghai('08-01T00:00:00') }),
    ]);
  }, 60_000);

  it('the first holds everything from the campaign’s start to the end of May, nothing of it late', async () => {
    expect(await world.issue('2023-05')).toEqual({ no: 1, found: 4, struckOff: 1 });
    expect(await linesOf('2023-05', names)).toEqual([
      'april new',
      'brought new',
      'lastOfMay new',
      'quick new',
      'quick struckOff',
    ]);
    const [edition] = await world.rows(`SELECT window_from::text, window_to::text FROM edition`);
    expect(edition).toEqual({ window_from: '2023-04-25', window_to: '2023-05-31' });
  });

  it('the next holds what is new since, what was heard too late for its own month, and what was struck off', async () => {
    await world.hear([
      registered(no.lateInMay, { at: shanghai('05-25T10:00:00') }),
      struckOff(no.lateInMay, shanghai('05-30T10:00:00')),
    ]);
    expect(await world.issue('2023-06')).toEqual({ no: 2, found: 2, struckOff: 3 });
    expect(await linesOf('2023-06', names)).toEqual([
      'april struckOff',
      'brought struckOff',
      'firstOfJune new',
      'lateInMay new late',
      'lateInMay struckOff late',
    ]);
  });

  it('tells how the hazards of the issue before stand', async () => {
    const [june] = await world.rows(`SELECT previous FROM edition WHERE month = '2023-06'`);
    expect(june).toEqual({ previous: { no: 1, month: '2023-05', found: 4, struckOff: 3, withdrawn: 0 } });
  });

  it('a month without anything has an edition of its own', async () => {
    expect(await world.issue('2023-07')).toEqual({ no: 3, found: 0, struckOff: 0 });
  });

  it('a hazard stands in one edition as new and in one as struck off, and all cuts together are the books', async () => {
    const twice = await world.rows(
      `SELECT hazard_no FROM edition_item GROUP BY hazard_no, kind HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const [sums] = await world.rows<{ digest: string }>(
      `SELECT sum((cut->>'found')::int)::int AS found, sum((cut->>'struckOff')::int)::int AS struck_off,
         sum((cut->>'digest')::numeric)::text AS digest FROM edition`,
    );
    const { registration, supervision } = await world.counts('2023-07');
    // Registration has counted the one that was registered in error, no edition has.
    expect(sums).toMatchObject({ found: registration.facts - 1, struck_off: supervision.facts });
    const [error] = await world.rows<{ digest: string }>(`SELECT hashtextextended($1, 0)::text AS digest`, [
      `${no.error}|found`,
    ]);
    expect(BigInt(sums!.digest) + BigInt(error!.digest)).toBe(
      BigInt(registration.digest) + BigInt(supervision.digest),
    );
  });
});

describe('a cut is refused', () => {
  const refusal = (deed: Promise<unknown>) =>
    deed.then(
      () => 'done',
      (error: unknown) => String(error),
    );

  it('for a month that nobody asked for, and for one that has not ended', async () => {
    const none = { facts: 0, digest: '0' };
    const told = { registration: none, supervision: none };
    expect(await refusal(world.draft('2023-09', told))).toContain('edition.notFound');
    expect(await refusal(world.request('2023-08'))).toContain('month.notEnded');
    expect(await refusal(world.request('2023-04'))).toContain('month.outsideCampaign');
  });

  it('while the month before is not public', async () => {
    world.clock.advanceTo('2023-10-05T09:00:00+08:00');
    await world.request('2023-09');
    expect(await refusal(world.draft('2023-09'))).toContain(
      'The edition of 2023-08 has to be published first',
    );
  });

  it('while a source has counted more than was heard, naming it', async () => {
    await world.request('2023-08');
    const counts = await world.counts('2023-08');
    const more = { facts: counts.supervision.facts + 1, digest: '12345' };
    expect(await refusal(world.draft('2023-08', { ...counts, supervision: more }))).toContain('supervision');
    const other = { ...counts.registration, digest: '12345' };
    expect(await refusal(world.draft('2023-08', { ...counts, registration: other }))).toContain(
      'registration',
    );
    expect(await world.rows(`SELECT 1 FROM edition_item WHERE month = '2023-08'`)).toEqual([]);
    expect(await world.draft('2023-08')).toEqual({ no: 4, found: 1, struckOff: 0 });
  });

  it('no more once it has been made: asked again, it is as it was', async () => {
    await world.hear([registered(nextNo(), { at: shanghai('08-02T00:00:00') })]);
    expect(await world.draft('2023-08')).toEqual({ no: 4, found: 1, struckOff: 0 });
  });

  it('and it is neither frozen nor published before it was made', async () => {
    expect(await refusal(world.freeze('2023-09'))).toContain('edition.notReady');
    expect(await refusal(world.publish('2023-08'))).toContain('edition.notReady');
    expect(await world.rows(`SELECT 1 FROM edition WHERE month = '2023-08' AND state = 'published'`)).toEqual(
      [],
    );
  });
});

describe('a past that is still being taken in', () => {
  let other: DisclosureWorld;
  beforeAll(async () => (other = await startDisclosure('2023-06-06T09:00:00+08:00')), 60_000);
  afterAll(() => other.close());

  it('holds the cut back until supervision has told of its strike-offs; a withdrawn hazard has none to come', async () => {
    const [past, gone] = [nextNo(), nextNo()];
    const brought = (no: string) =>
      registered(no, {
        at: shanghai('05-05T09:00:00'),
        more: { history: pastOf(shanghai('05-28T09:00:00')) },
      });
    await other.hear([brought(past), brought(gone), withdrawn(gone, shanghai('06-01T09:00:00'))]);
    await other.request('2023-05');
    await expect(other.draft('2023-05')).rejects.toMatchObject({
      code: 'edition.sourceBehind',
      params: { service: 'supervision', expected: 1, heard: 0 },
    });
    await other.hear([struckOff(past, shanghai('05-28T09:00:00'))]);
    expect(await other.draft('2023-05')).toEqual({ no: 1, found: 1, struckOff: 1 });
  });
});
