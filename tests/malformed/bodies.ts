import { usd } from '../actors.ts';
import { at, type Case } from './case.ts';
import { draftOf } from './world.ts';

const draft = (name: string, change: object, ...pointers: string[]): Case =>
  at(name, (w) => w.post(w.as.officer, '/projects', draftOf(w, change)), ...pointers.map((pointer) => `/proposal${pointer}`));
const target = (name: string, amount: unknown, currency: unknown = 'USD', field = 'amount'): Case =>
  draft(`money: ${name}`, { target: { amount, currency } }, `/target/${field}`);
const raw = (text: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Case[1] => {
  const sent = { 'content-type': 'application/json', ...headers };
  return (w) => w.web.send('POST', '/v1/projects', { as: w.as.officer, raw: text, headers: sent });
};
export const BODIES: Case[] = [
  draft('a number in the place of a text', { title: 5 }, '/title'),
  draft('a text in the place of a number', { readiness: 'ready' }, '/readiness'),
  draft('an object in the place of a list', { countries: { 0: 'JP' } }, '/countries'),
  draft('nothing in the place of a list', { themes: null }, '/themes'),
  draft('a whole number with a fraction', { readiness: 1.5 }, '/readiness'),
  draft('a number beyond its range', { minimumCloseBasisPoints: 10_001 }, '/minimumCloseBasisPoints'),
  draft('an unknown field', { colour: 'red' }, '/colour'),
  draft('an unknown field, whose name needs escaping', { 'a/b~c': 1 }, '/a~1b~0c'),
  draft(
    'an unknown field deep inside',
    { milestones: [{ number: 1, title: 'x', monthsAfterEffective: 1, amount: usd('1.00'), by: 'me' }] },
    '/milestones/0/by',
  ),
  draft('a list that is too long', { themes: Array.from({ length: 301 }, () => 'x') }, '/themes'),
  draft('a text that is too long', { title: 'x'.repeat(501) }, '/title'),
  draft('a country that is none', { countries: ['JP', 'XX'] }, '/countries/1'),
  draft('a language that is none', { language: 'ja_JP' }, '/language'),
  draft('a place without its number', { place: { name: 'Yokohama' } }, '/place/id'),
  draft('less than nobody', { beneficiaries: -1 }, '/beneficiaries'),
  draft('a quantity that is a number, not a text', { capacity: { quantity: 5, unit: 't/d' } }, '/capacity/quantity'),
  draft('a target in words', { plannedIndicators: [{ code: 'jobs-created', target: 'many' }] }, '/plannedIndicators/0/target'),
  draft(
    'a source that gives less than nothing',
    { otherSources: [{ name: 'Ward', amount: usd('-1.00') }] },
    '/otherSources/0/amount/amount',
  ),
  draft(
    'several faults, each of them',
    { title: 5, countries: ['Japan'], target: usd('0.001') },
    '/title',
    '/countries/0',
    '/target/amount',
  ),
  at(
    'a field that every object has by itself',
    raw('{"__proto__":{"admin":true},"constructor":1}'),
    '/proposer',
    '/proposal',
    '/__proto__',
    '/constructor',
  ),
  at('a list in the place of the body', (w) => w.post(w.as.officer, '/projects', [draftOf(w)]), ''),
  at('no body', (w) => w.web.send('POST', '/v1/projects', { as: w.as.officer }), '/proposer', '/proposal'),
  at('a body where none is taken', (w) => w.post(w.as.officer, `/projects/${w.draft}/submission`, { force: true }), '/force'),
  at(
    'a hundred thousand lists in each other',
    raw(`{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    '/proposer',
    '/proposal',
    '/deep',
  ),
  ['a body that ends early', raw('{"proposer":'), 400, 'body-is-not-json', ''],
  ['a text in the place of the body', raw('"a text"'), 400, 'body-is-not-json', ''],
  ['nothing in the place of the body', raw('null'), 400, 'body-is-not-json', ''],
  ['a number that JSON does not know', raw('{"readiness":NaN}'), 400, 'body-is-not-json', ''],
  ['bytes that are no text', raw(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])), 400, 'body-is-not-json', ''],
  ['five megabytes', raw(JSON.stringify({ padding: 'x'.repeat(5_000_000) })), 413, 'body-is-too-large', ''],
  [
    'a form',
    raw('proposer=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'media-type-is-not-json',
    '#header/Content-Type',
  ],
  ['JSON that says it is text', raw('{}', { 'content-type': 'text/plain' }), 415, 'media-type-is-not-json', '#header/Content-Type'],
  [
    'JSON in a charset that is not read',
    raw('{}', { 'content-type': 'application/json; charset=ebcdic' }),
    415,
    'media-type-is-not-json',
    '#header/Content-Type',
  ],
  [
    'a coding that is not read',
    raw('{}', { 'content-encoding': 'compress' }),
    415,
    'content-encoding-is-not-known',
    '#header/Content-Encoding',
  ],
  ['a body that is not of its coding', raw('{}', { 'content-encoding': 'gzip' }), 400, 'body-is-not-json', ''],
];

export const MONEY: Case[] = [
  target('negative', '-1.00'),
  target('a hair below nothing', '-0.01'),
  target('fractions of a cent', '10.001'),
  target('fractions of a yen', '1.5', 'JPY'),
  target('a fourth place of a dinar', '1.0000', 'BHD'),
  target('with an exponent', '1e3'),
  target('not a number', 'NaN'),
  target('without end', 'Infinity'),
  target('beyond the ledger', '999999999999999.999', 'BHD'),
  target('of more digits than there is money', '9'.repeat(40)),
  target('with separators', '1,000.00'),
  target('hexadecimal', '0x10'),
  target('with a blank', ' 10.00'),
  target('with a point alone', '10.'),
  target('nothing at all', ''),
  target('a number in the place of text', 10),
  target('of an unknown currency', '1.00', 'XQX', 'currency'),
  target('of a currency in small letters', '1.00', 'usd', 'currency'),
  target('of no currency', '1.00', null, 'currency'),
  draft('money: a text alone', { target: '10.00 USD' }, '/target'),
  draft('money: with more to it', { target: { ...usd('1.00'), rate: 2 } }, '/target/rate'),
];
