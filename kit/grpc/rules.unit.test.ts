import type { Fields } from '@junkan/proto/command.ts';
import { expect, test } from 'vitest';
import { checked } from './rules.ts';

const offer = 'off_01h455vb4pex5vsknk084sn02q';
const hash = 'a'.repeat(64);

const fields: Fields = {
  offer: { is: 'id', prefix: 'off' },
  other: { is: 'id', prefix: 'off', optional: true },
  absent: { is: 'id', prefix: 'off', optional: true },
  title: { is: 'line', max: 10 },
  website: { is: 'link', max: 30 },
  email: { is: 'email', max: 30, optional: true },
  note: { is: 'lines', max: 10, optional: true },
  until: { is: 'date', optional: true },
  at: { is: 'instant' },
  language: { is: 'language', optional: true },
  place: { is: 'country' },
  hash: { is: 'sha256' },
  value: { is: 'decimal', unless: 'notAvailable' },
  notAvailable: { is: 'boolean' },
  width: { is: 'decimal' },
  depth: { is: 'decimal', optional: true },
  size: { is: 'object', optional: true, fields: { width: { is: 'decimal' } } },
  kind: { is: 'codes', codes: ['fund', 'company'] },
  share: { is: 'number', min: 1, max: 10_000, default: 10_000 },
  amount: { is: 'money' },
  asked: { is: 'money', optional: true },
  parts: { is: 'list', of: { is: 'object', fields: { number: { is: 'number', min: 1, max: 200 } } }, min: 1, max: 2 },
};

const request = {
  offer,
  other: '',
  absent: undefined,
  title: ' Depot ',
  website: ' https://city.example ',
  email: '',
  note: ' a\nb ',
  until: '',
  at: '2026-11-24T15:11:49.000Z',
  place: 'JP',
  hash,
  value: '-1.5',
  language: 'zh-Hans',
  width: '2',
  depth: '',
  size: undefined,
  notAvailable: false,
  kind: 'fund',
  share: 0,
  amount: { amount: 5n, currency: 'JPY' },
  asked: undefined,
  parts: [{ number: 1 }],
};

test('a request that breaks no rule comes through, without space around its texts and with numbers as they are meant', () => {
  expect(checked(fields, request)).toEqual({ ...request, title: 'Depot', website: 'https://city.example', note: 'a\nb', share: 10_000 });
});

test('what is no field of the command does not come through', () => {
  expect(checked(fields, { ...request, offers: [offer] })).not.toHaveProperty('offers');
});

test.each([
  ['offer', { offer: 'prj_01h455vb4pex5vsknk084sn02q' }, 'must be an identifier off_…'],
  ['offer', { offer: '' }, 'must be an identifier off_…'],
  ['offer', { offer: undefined }, 'must be an identifier off_…'],
  ['other', { other: 'off_1' }, 'must be an identifier off_…'],
  ['title', { title: '  ' }, 'must not be empty'],
  ['title', { title: 'a\nb' }, 'must be one line, without invisible characters'],
  ['title', { title: 'eleven char' }, 'must have at most 10 characters'],
  ['note', { note: 'a\u200bb' }, 'must have no invisible characters but line breaks and tabs'],
  ['until', { until: '2027-02-30' }, 'must be a calendar date, YYYY-MM-DD'],
  ['at', { at: '2026-11-24' }, 'must be an instant in UTC, YYYY-MM-DDThh:mm:ss.sssZ'],
  ['at', { at: '2026-13-24T15:11:49.000Z' }, 'must be an instant in UTC, YYYY-MM-DDThh:mm:ss.sssZ'],
  ['place', { place: 'XX' }, 'must be an ISO 3166-1 alpha-2 code'],
  ['hash', { hash: hash.toUpperCase() }, 'must be a SHA-256 in lower-case hexadecimal'],
  ['value', { value: '1e3' }, 'must be a decimal number as text'],
  ['value', { value: '' }, 'must be given, unless it is not available'],
  ['value', { notAvailable: true }, 'must be given, unless it is not available'],
  ['language', { language: 'ja_' }, 'must be a language tag as BCP 47 has it, as in ja or zh-Hans'],
  ['width', { width: '' }, 'must not be empty'],
  ['depth', { depth: 'deep' }, 'must be a decimal number as text'],
  ['size.width', { size: { width: '' } }, 'must not be empty'],
  ['kind', { kind: '' }, 'must be one of fund, company'],
  ['share', { share: 10_001 }, 'must be a whole number from 1 to 10000'],
  ['amount', { amount: undefined }, 'is required'],
  ['amount.currency', { amount: { amount: 1n, currency: 'XYZ' } }, 'must be an ISO 4217 currency code'],
  ['parts', { parts: [] }, 'must have from 1 to 2 entries'],
  ['parts[1].number', { parts: [{ number: 1 }, { number: 201 }] }, 'must be a whole number from 1 to 200'],
])('a request that breaks a rule is refused with its field and the rule: %s', (field, broken, rule) => {
  const refused = { problem: { kind: 'invalid', type: 'FieldIsInvalid', data: { field, rule } } };
  expect(() => checked(fields, { ...request, ...broken })).toThrow(expect.objectContaining(refused));
});

test('what only clients have to say may be empty within the system', () => {
  const note: Fields = { note: { is: 'lines', max: 10, optionalWithin: true } };
  expect(checked(note, { note: '' })).toEqual({ note: '' });
});
