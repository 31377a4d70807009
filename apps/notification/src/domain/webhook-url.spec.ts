import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './addresses.ts';
import { isWebhookUrl } from './webhook-url.ts';

describe('where a webhook may lead', () => {
  it.each([
    'https://example.com/hook',
    'https://example.com:8443/hook?a=b',
    'https://93.184.216.34/hook',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
  ])('to the public network: %s', (url) => {
    expect(isWebhookUrl(url, false)).toBe(true);
  });

  it.each([
    'nonsense',
    '/hook',
    'ftp://example.com/',
    'file:///etc/passwd',
    'http://example.com/',
    'https://user:password@example.com/',
    'https://user@example.com/',
    'https://postgres/',
    'https://gateway.internal/',
    'https://printer.local./',
    'https://10.0.0.1/',
    'https://172.31.255.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[::]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[2002:a00:1::]/',
  ])('not anywhere else, whatever the setting: %s', (url) => {
    expect([isWebhookUrl(url, false), isWebhookUrl(url, true)]).toEqual([false, false]);
  });

  it.each([
    'http://127.0.0.1:9000/',
    'https://127.0.0.1/',
    'http://localhost:9000/hook',
    'http://[::1]:9000/',
    // Other spellings of 127.0.0.1.
    'http://2130706433/',
    'http://0x7f.1/',
  ])('to this machine only where the setting allows it: %s', (url) => {
    expect([isWebhookUrl(url, false), isWebhookUrl(url, true)]).toEqual([false, true]);
  });

  it.each(['', 'example.com', '::ffff:127.0.0.1', '::1', '127.0.0.1', 'fe80::1%eth0'])(
    'does not take %p for a public address',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
