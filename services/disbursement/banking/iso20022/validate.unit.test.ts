import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCamt053 } from './camt053.ts';
import { sample } from './opened.fixture.ts';
import { MAX_FILE_BYTES, MAX_TAGS, openBankFile } from './validate.ts';

const statement = sample('camt.053.001.08.xml');
const refusalOf = (text: string | Uint8Array) => {
  const answer = openBankFile(typeof text === 'string' ? Buffer.from(text) : text);
  return answer.ok ? undefined : answer.refusal;
};
const body = statement.slice(statement.indexOf('?>') + 2);

describe('what is hostile is refused before it is parsed', () => {
  test('a file of 60 MB, with the bound named', () => {
    expect(refusalOf(new Uint8Array(60_000_000))).toEqual({ type: 'FileIsTooLarge', bytes: 60_000_000, most: MAX_FILE_BYTES });
  });

  test('entities that grow without end', () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>`;
    expect(refusalOf(laughs)).toEqual({ type: 'FileHasDocumentType' });
  });

  test('an external entity', () => {
    const outside = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body.replace('Kalinaw City', '&x;')}`;
    expect(refusalOf(outside)).toEqual({ type: 'FileHasDocumentType' });
  });

  test('a document type of another place, in whatever case', () => {
    expect(refusalOf(`<!doctype html SYSTEM "x">${body}`)).toEqual({ type: 'FileHasDocumentType' });
  });

  test('bytes that are no UTF-8, and files that say to be of another encoding', () => {
    expect(refusalOf(Buffer.from(statement.replace('Kalinaw', 'K\u00e4linaw'), 'latin1'))).toEqual({ type: 'FileIsNotUtf8' });
    expect(refusalOf(Buffer.from(`\ufeff${body}`, 'utf16le'))).toEqual({ type: 'FileIsNotUtf8' });
    expect(refusalOf(statement.replace('UTF-8', 'UTF-7'))).toEqual({ type: 'FileIsNotUtf8' });
    expect(refusalOf(statement.replace('Kalinaw', 'Ka\u0000'))).toEqual({ type: 'FileIsNotUtf8' });
  });

  test('a document type in UTF-16 without a mark, which is UTF-8 too by its bytes', () => {
    const hidden = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE l [<!ENTITY a "ha">]>${body}`;
    expect(refusalOf(Buffer.from(hidden, 'utf16le'))).toEqual({ type: 'FileIsNotUtf8' });
    expect(refusalOf(Buffer.from(hidden.replace(/^.*\?>/, ''), 'utf16le'))).toEqual({ type: 'FileIsNotUtf8' });
  });

  test('more tags than a file of that size has in earnest', () => {
    expect(refusalOf(`<a>${'<b/>'.repeat(MAX_TAGS)}</a>`)).toEqual({ type: 'FileHasTooManyTags', most: MAX_TAGS });
  });
});

describe('what is no message of a bank', () => {
  test('elements within elements without end', () => {
    expect(refusalOf(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`)).toMatchObject({ type: 'FileIsNotWellFormed' });
  });

  test.each(['', 'not XML', '<a>', '<a></b>', '%PDF-1.7'])('“%s”', (text) => {
    expect(refusalOf(text)).toMatchObject({ type: 'FileIsNotWellFormed', line: expect.any(Number) });
  });

  test('a message that is not read, with those that are', () => {
    const other = statement.replace('camt.053.001.08', 'camt.054.001.08');
    expect(refusalOf(other)).toMatchObject({
      type: 'MessageIsUnknown',
      namespace: 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08',
      known: expect.arrayContaining(['camt.053.001.08', 'pain.002.001.12']),
    });
    expect(refusalOf('<Document/>')).toMatchObject({ type: 'MessageIsUnknown', namespace: '' });
  });

  test('a name of the language’s own is no message', () => {
    expect(refusalOf(statement.replace('camt.053.001.08', 'constructor'))).toMatchObject({ type: 'MessageIsUnknown' });
  });
});

test('what the XSD refuses is reported with its line, at most 20 times', () => {
  expect(refusalOf(statement.replace('<NtryRef>1</NtryRef>', '\n<Colour>red</Colour>'))).toEqual({
    type: 'FileIsNotValid',
    message: 'camt.053.001.08',
    faults: [{ line: 14, message: expect.stringContaining('Colour') }],
  });
  const wrong = statement.replace(/<Bal>.*<\/Bal>/, (bal) => bal.replace('CRDT', 'UP').repeat(50));
  expect(refusalOf(wrong)).toMatchObject({ faults: { length: 20 } });
});

test('names with a prefix, and where a bank says the schema is, change nothing', () => {
  const prefixed = statement.replaceAll(/<(\/?)([A-Z])/g, '<$1n:$2').replace('xmlns=', 'xmlns:n=');
  expect(openBankFile(Buffer.from(prefixed))).toEqual(openBankFile(Buffer.from(statement)));
  const located = statement.replace(
    ' xmlns=',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd" xmlns=',
  );
  expect(openBankFile(Buffer.from(located))).toEqual(openBankFile(Buffer.from(statement)));
});

test('a byte order mark, comments and marks of characters are read', () => {
  const name = statement.replace('Kalinaw City', 'K&amp;lin<!-- or so -->aw <![CDATA[<City>]]>');
  const answer = openBankFile(Buffer.from(`\ufeff${name}`));
  expect(JSON.stringify(answer)).toContain('K&linaw <City>');
});

test('whatever is broken in a file is an answer, never a fault of the program', () => {
  const parts = statement.split(/(?=[<>"])|(?<=[<>"])/);
  const at = fc.nat({ max: parts.length - 1 });
  const pieces = fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 8 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(at, pieces), { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = [...parts];
      for (const [where, piece] of changes) changed[where] = piece;
      const answer = openBankFile(Buffer.from(changed.join('')));
      if (answer.ok) readCamt053(answer.file);
    }),
    { numRuns: 300 },
  );
});
