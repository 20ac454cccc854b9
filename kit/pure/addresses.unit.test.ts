import { expect, test } from 'vitest';
import { isEmail, isLink, isWebsite } from './addresses.ts';

test.each(['https://kota.example/minutes?of=3', 'HTTPS://KOTA.EXAMPLE', 'https://例え.jp/条例'])('%s is a link', (address) => {
  expect(isLink(address)).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'ftp://example.org',
  'https://',
  'https://a b.org',
  'example.org',
  'https://localhost',
  'https://me:it@example.org',
  'see the minutes',
])('%s is neither a link nor a website', (address) => {
  expect([isLink(address), isWebsite(address)]).toEqual([false, false]);
});

test('what can be changed on its way is a website and no link', () => {
  expect([isWebsite('http://kota.example'), isLink('http://kota.example')]).toEqual([true, false]);
});

test.each(['hana@kota.example', 'hana.lee+sea@mail.kota.go.id', '花子@例え.jp'])('%s is a mail address', (mail) => {
  expect(isEmail(mail)).toBe(true);
});

test.each([
  'hana',
  'hana@',
  '@kota.example',
  'hana@kota',
  'hana@kota..example',
  'ha na@kota.example',
  'Hana <hana@kota.example>',
  'a@b.c, d@e.f',
])('%s is no mail address', (mail) => {
  expect(isEmail(mail)).toBe(false);
});
