import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { ApiClient, readCredentials, requiredSetting } from '@bihuan/api-client';
import { chromium, type Page } from 'playwright-core';

/**
 * Takes the pictures of the documents from the running product: `npm run screenshots [-- <hazard number>]`.
 * The hazard is one that the list shows; without a number the newest.
 */
const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const [hazardNo] = process.argv.slice(2);

const desktop = { width: 1440, height: 900 };

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args,
});
try {
  const page = await browser.newPage({
    viewport: desktop,
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
  const loop = await picturesOfTheList(page);
  await picturesOfOneLoop(page, hazardNo ?? loop);
  await picturesOfTheEdition(page);
} finally {
  await browser.close();
}

/** The list as an operator sets it up: the columns of the hazards in the place of those of the machine. */
async function picturesOfTheList(page: Page): Promise<string> {
  await page.goto(address(''), { waitUntil: 'load' });
  await page.getByTestId('workflows-summary-table-configuration-button').click();
  for (const column of ['Run ID', 'Type', 'Start', 'End'])
    await page.getByTestId(`orderable-list-item-${column}-remove-button`).click();
  for (const column of ['City', 'Field', 'State', 'NextDeadline', 'Overdue'])
    await page.getByTestId(`orderable-list-item-Bihuan${column}-add-button`).click();
  await page.getByTestId('drawer-close-button').click();
  const first = page.locator('tbody a[href*="/workflows/"]').first();
  await first.waitFor();
  await page.screenshot({ path: `${images}temporal-list.png` });
  return (await first.innerText()).trim();
}

async function picturesOfOneLoop(page: Page, workflowId: string): Promise<void> {
  await page.goto(address(`/${workflowId}`), { waitUntil: 'load' });
  await page.getByText('User Metadata').click();
  // The current details are Markdown, shown in a frame of their own.
  await page.locator('iframe').last().contentFrame().getByText('五环节').waitFor();
  await page.screenshot({ path: `${images}temporal-loop.png` });
  await page.getByText('Timeline', { exact: true }).first().click();
  await page.getByText('facts').first().waitFor();
  await page.screenshot({ path: `${images}temporal-timeline.png` });
}

/** The newest edition as the public reads it, without a token. */
async function picturesOfTheEdition(page: Page): Promise<void> {
  const edition = await newestEdition();
  for (const [name, viewport] of Object.entries({ desktop, phone: { width: 390, height: 844 } })) {
    await page.setViewportSize(viewport);
    const response = await page.goto(edition, { waitUntil: 'load' });
    if (!response?.ok()) throw new Error(`${edition} answers ${response?.status() ?? 'nothing'}`);
    await page.screenshot({ path: `${images}edition-${name}.png` });
  }
}

async function newestEdition(): Promise<string> {
  const gateway = requiredSetting('BIHUAN_GATEWAY_URL');
  const credentials = await readCredentials(requiredSetting('BIHUAN_DEMO_ACCOUNTS'));
  const office = new ApiClient(gateway, credentials, 'office.leader');
  const { items } = await office.get<{ items: readonly Edition[] }>('/editions?limit=200');
  const published = items.filter(({ state }) => state === 'published');
  const newest = published.toSorted((one, other) => one.month.localeCompare(other.month)).at(-1);
  if (!newest) throw new Error('no edition is published yet');
  return `${gateway}/public/editions/${newest.campaignCode}/${newest.month}/edition.html`;
}

/** An edition as the API lists it. */
interface Edition {
  readonly campaignCode: string;
  readonly month: string;
  readonly state: string;
}

function address(path: string): string {
  return `${requiredSetting('BIHUAN_TEMPORAL_UI')}/namespaces/${requiredSetting('BIHUAN_TEMPORAL_NAMESPACE')}/workflows${path}`;
}
