import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Page } from 'playwright-core';

/**
 * Takes the pictures of the documents from the running product: `npm run screenshots [-- <hazard number>]`.
 * The hazard is one that the list shows; without a number the newest.
 */
const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const [hazardNo] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: sparticuz.args,
});
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
  const loop = await picturesOfTheList(page);
  await picturesOfOneLoop(page, hazardNo ?? loop);
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

function address(path: string): string {
  const { BIHUAN_TEMPORAL_UI: ui, BIHUAN_TEMPORAL_NAMESPACE: namespace } = process.env;
  if (!ui || !namespace) throw new Error('start it with npm run screenshots');
  return `${ui}/namespaces/${namespace}/workflows${path}`;
}
