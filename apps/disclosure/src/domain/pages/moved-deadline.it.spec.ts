import { petitionDecided, publishFacts, rectifyClock } from '@bihuan/testing/facts';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../../__fixtures__/disclosure-world.ts';
import { nextNo, registered } from '../../__fixtures__/facts.ts';

let world: DisclosureWorld;
const [extended, plain, afterCut] = [nextNo(), nextNo(), nextNo()];
const registeredAt = '2023-05-10T02:00:00.000Z';
const granted = '2023-11-20T10:00:00.000Z';
const extension = (no: string) => [
  rectifyClock(no, 2, { due: granted, at: '2023-06-01T02:00:00.000Z' }),
  petitionDecided(no, { deadline: granted }),
];

beforeAll(async () => {
  world = await startDisclosure('2023-06-05T09:30:00+08:00');
  const facts = [extended, plain, afterCut].map((no) => registered(no, { at: registeredAt }));
  const heard = [...facts, ...extension(extended)];
  await publishFacts(world.service.topics, heard);
  await eventually(
    () => world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM inbox`),
    ([count]) => count?.n === heard.length,
  );
  await world.request('2023-05');
  await world.draft('2023-05');
  await world.hear(extension(afterCut));
  await world.freeze('2023-05');
  await world.publish('2023-05');
}, 60_000);
afterAll(() => world.close());

const file = async (name: string) =>
  (await fetch(new URL(`/public/editions/SX2023/2023-05/${name}`, world.url))).text();

it('an extension that was granted before the cut is said, without who asked and why', async () => {
  const page = await file('edition.html');
  const lineOf = (no: string) => page.split('<li id="').find((line) => line.startsWith(`new-${no}`));
  expect(lineOf(extended)).toContain('整改期限经批准延期至2023年11月20日');
  for (const no of [plain, afterCut]) expect(lineOf(no)).toContain('整改期限为2023年11月8日');
  expect(page).toContain('经批准延期至: the deadline was extended');
  expect(page).not.toContain('专用阀门尚在生产');
});

it('the data say the same', async () => {
  const { items } = JSON.parse(await file('edition.json')) as {
    items: { hazardNo: string; deadline: string; extended?: true }[];
  };
  const said = new Map(items.map((item) => [item.hazardNo, [item.deadline, item.extended]]));
  expect(said.get(extended)).toEqual([granted, true]);
  for (const no of [plain, afterCut]) expect(said.get(no)).toEqual(['2023-11-08T10:00:00.000Z', undefined]);
});
