import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isStatement, readCamt053 } from './camt053.ts';
import { sample } from './opened.fixture.ts';
import { isStatusReport, readPain002 } from './pain002.ts';
import { openBankFile } from './validate.ts';

type Broken = { readonly name: string; readonly base: string; readonly find: string; readonly put: string };
const broken: readonly Broken[] = JSON.parse(sample('bad-cases.json'));
const files = readdirSync(new URL('./fixtures/', import.meta.url)).filter((name) => name.endsWith('.xml'));

/** Opens, and reads what is read of it; what it says where something refuses it. */
function refusalOf(text: string): string | undefined {
  const answer = openBankFile(Buffer.from(text));
  if (!answer.ok) return answer.refusal.type;
  const read = isStatement(answer.file) ? readCamt053(answer.file) : isStatusReport(answer.file) ? readPain002(answer.file) : undefined;
  return read?.ok === false ? read.refusal.type : undefined;
}

describe('samples of other programs', () => {
  test('there are five of them', () => expect(files).toHaveLength(5));
  test.each(files)('%s is accepted', (name) => expect(refusalOf(sample(name))).toBeUndefined());
  test.each(broken)('$name is refused', ({ base, find, put }) => {
    expect(sample(base)).toContain(find);
    expect(refusalOf(sample(base).replace(find, put))).toBe('FileIsNotValid');
  });
});
