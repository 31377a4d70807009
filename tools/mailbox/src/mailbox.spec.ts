import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import type { StoredMail } from './mail-store.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { readSettings } from './settings.ts';

const place = { host: '127.0.0.1', smtpPort: 0, pagePort: 0 };
let directory: string;
let mailbox: Mailbox;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-mailbox-'));
  mailbox = await startMailbox({ ...place, directory });
});
afterAll(async () => {
  await mailbox.stop();
  await rm(directory, { recursive: true, force: true });
});

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const send = (to: string[], subject: string, no = hazardNo) =>
  createTransport({ url: mailbox.smtp }).sendMail({
    from: 'bihuan@bihuan.example',
    to,
    subject,
    text: `正文 <b>${subject}</b>`,
    headers: { 'X-Bihuan-Hazard-No': no },
  });
const list = async (query = '') =>
  ((await (await fetch(`${mailbox.page}/mails${query}`)).json()) as { items: StoredMail[] }).items;
const pageAt = async (path: string) => (await fetch(`${mailbox.page}${path}`)).text();

describe('the local mailbox', () => {
  it('keeps every mail, the newest first, and finds them by address and hazard', async () => {
    await send(['a@bihuan.example', 'b@bihuan.example'], '逾期未签收');
    await send(['b@bihuan.example'], '期限将到', 'SX2023-140105-GAS-202310-00002K');
    const subjects = async (query?: string) => (await list(query)).map(({ subject }) => subject);
    expect(await subjects()).toEqual(['期限将到', '逾期未签收']);
    expect(await subjects('?to=a@bihuan.example')).toEqual(['逾期未签收']);
    expect(await subjects('?to=b@bihuan.example')).toEqual(['期限将到', '逾期未签收']);
    expect(await subjects(`?to=b@bihuan.example&hazardNo=${hazardNo}`)).toEqual(['逾期未签收']);
    expect(await subjects('?to=c@bihuan.example')).toEqual([]);
    const [, first] = await list();
    expect(first).toMatchObject({
      to: ['a@bihuan.example', 'b@bihuan.example'],
      from: 'bihuan@bihuan.example',
      hazardNo,
      text: '正文 <b>逾期未签收</b>',
    });
    expect(Math.abs(Date.parse(first!.receivedAt) - Date.now())).toBeLessThan(60_000);
  });

  it('shows mails as text, and says that it is a stand-in', async () => {
    await send(['a@bihuan.example'], '<script>alert(1)</script>');
    const [mail] = await list();
    const [all, one] = [await pageAt('/'), await pageAt(`/mails/${mail!.id}`)];
    for (const page of [all, one]) {
      expect(page).toContain('A local stand-in: nothing is sent on.');
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).not.toContain('<script');
    }
    expect(await pageAt(`/?to="><script>`)).not.toContain('<script');
    expect(await (await fetch(`${mailbox.page}/mails/${mail!.id}.json`)).json()).toEqual(mail);
  });

  it('has the same mails after a restart', async () => {
    const before = await list();
    await mailbox.stop();
    mailbox = await startMailbox({ ...place, directory });
    expect(await list()).toEqual(before);
    expect(await readdir(directory)).toHaveLength(before.length);
  });

  it.each([
    ['GET', '/mails/20230101T000000000Z-000000000000', 404],
    ['GET', '/mails/..%2F..%2Fetc%2Fpasswd', 404],
    ['GET', '/elsewhere', 404],
    ['POST', '/mails', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(`${mailbox.page}${path}`, { method })).status).toBe(status);
  });
});

describe('its settings', () => {
  const env = {
    MAILBOX_HOST: '127.0.0.1',
    MAILBOX_SMTP_PORT: '1025',
    MAILBOX_PAGE_PORT: '8025',
    MAILBOX_DIRECTORY: '/mails',
  };

  it('are read from the environment', () => {
    expect(readSettings(env)).toEqual({
      host: '127.0.0.1',
      smtpPort: 1025,
      pagePort: 8025,
      directory: '/mails',
    });
  });

  it.each([
    ['MAILBOX_DIRECTORY', '', 'MAILBOX_DIRECTORY is missing'],
    ['MAILBOX_SMTP_PORT', 'smtp', 'MAILBOX_SMTP_PORT is no port'],
    ['MAILBOX_PAGE_PORT', '70000', 'MAILBOX_PAGE_PORT is no port'],
  ])('%s=%p is named', (key, value, message) => {
    expect(() => readSettings({ ...env, [key]: value })).toThrow(message);
  });
});
