import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansIn } from './highlight.ts';
import { matchOf } from './match.ts';

/** The text with what is found in brackets. */
const shown = (typed: string, text: string): string =>
  spansIn(typed, text).reduceRight(
    (marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );

test.each([
  ['waste', 'Waste to energy: a wasteland', '[Waste] to energy: a [wasteland]'],
  ['waste ', 'Waste to energy: a wasteland', '[Waste] to energy: a wasteland'],
  ['nuoc da nang', 'Xử lý nước thải Đà Nẵng', 'Xử lý [nước] thải [Đà] [Nẵng]'],
  ['"to energy"', 'Waste to energy, energy to waste', 'Waste [to energy], energy to waste'],
  ['pm2.5', 'Plan PM2.5/7', 'Plan [PM2].[5]/7'],
  ['水', '横浜市上下水道更新計画', '横浜市上下[水]道更新計画'],
  ['水道', '上下水道、水の道', '上下[水道]、水の道'],
  ['りさいくる', 'りさいくるとリサイクル', '[りさいくる]とリサイクル'],
  ['リサイクル', 'ﾘｻｲｸﾙ拠点', '[ﾘｻｲｸﾙ]拠点'],
  ['バイオ', 'ﾊﾞｲｵ・バイオ', '[ﾊﾞｲｵ]・[バイオ]'],
  ['น้ำเสีย', 'การบำบัดน้ำเสียชุมชน', 'การบำบัด[น้ำเสีย]ชุมชน'],
  ['ठोस कचरा', 'नगर निगम ठोस कचरा प्रबंधन', 'नगर निगम [ठोस] [कचरा] प्रबंधन'],
  ['１２３', 'No. 123 of ①', 'No. [123] of ①'],
  ['ﬁlter', 'Sand ﬁlters 😀 filter', 'Sand [ﬁlters] 😀 [filter]'],
  ['nothing', 'Something else', 'Something else'],
])('%s is found in %s at its place', (typed, text, marked) => {
  expect(shown(typed, text)).toBe(marked);
});

test('places lie within the text, in order, apart from each other, and each is found by itself', () => {
  const letters = fc.constantFrom('a', 'B', 'é', 'e\u0301', 'đ', '水', '道', 'ﾊ', 'ﾞ', 'น้ำ', 'क', 'ि', ' ', '"', '.', '1', 'ﬁ', '😀');
  const text = fc.array(letters, { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (typed, within) => {
      const spans = spansIn(typed, within);
      let last = -1;
      for (const [start, end] of spans) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(within.length);
        last = end;
      }
      if (matchOf(typed) === '') expect(spans).toEqual([]);
    }),
    { numRuns: 1_000, seed: 20261125 },
  );
});

test('a text that is found by itself is marked whole, except what is between its words', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé水道नी]{1,8}$/u), (word) => {
      expect(spansIn(`${word} `, word).reduce((sum, [start, end]) => sum + end - start, 0)).toBe(word.length);
    }),
    { numRuns: 300, seed: 20261125 },
  );
});
