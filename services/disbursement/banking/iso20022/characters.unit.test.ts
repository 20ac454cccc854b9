import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inBankCharacters, isInBankCharacters } from './characters.ts';

const said = (text: string) => {
  const answer = inBankCharacters(text);
  return answer.ok ? answer.text : answer.characters;
};

describe('what banks can write', () => {
  test.each([
    ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'Uy ban nhan dan Thanh pho Ho Chi Minh'],
    ['Đà Nẵng', 'Da Nang'],
    ['Phường Bến Nghé, Quận 1', 'Phuong Ben Nghe, Quan 1'],
    ['São Tomé & Príncipe', 'Sao Tome + Principe'],
    ['Müller Straße; Søren Łódź Þór', 'Muller Strasse, Soren Lodz THor'],
    ['İstanbul Ağrı', 'Istanbul Agri'],
    ['Oʻzbekiston Toshkent', "O'zbekiston Toshkent"],
    ['Kōbe “City” [Port] – 2_3', "Kobe 'City' (Port) - 2-3"],
    ['ＡＢＣ　１２３', 'ABC 123'],
    ['ﬁrst №4…', 'first No4...'],
    ['  two\t\nlines  ', 'two lines'],
    ['d´Or', "d'Or"],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
  ])('%s is written %s', (text, written) => {
    expect(said(text)).toBe(written);
    expect(said(text.normalize('NFD'))).toBe(written);
  });

  test.each([
    ['東京都', ['東', '京', '都']],
    ['ヨコハマ', ['ヨ', 'コ', 'ハ', 'マ']],
    ['北京 Beijing', ['北', '京']],
    ['서울', ['서', '울']],
    ['ประเทศไทย'.slice(0, 2), ['ป', 'ร']],
    ['ঢাকা', ['ঢ', 'া', 'ক']],
    ['दिल्ली', ['द', 'ि', 'ल', '्', 'ी']],
    ['Алматы', ['А', 'л', 'м', 'а', 'т', 'ы']],
    ['100 % @ €5 *', ['%', '@', '€', '*']],
    ['a\u202eb', ['\u202e']],
    ['\u0301a', ['\u0301']],
    ['♻️ Junkan', ['♻', '\ufe0f']],
  ])('%s has what is not guessed at', (text, characters) => expect(said(text)).toEqual(characters));
});

describe('laws', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 });

  test('what is written is of the banks’ characters alone, with single spaces, and is written the same again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = inBankCharacters(text);
        if (!answer.ok) return;
        expect(isInBankCharacters(answer.text)).toBe(true);
        expect(answer.text).not.toMatch(/^ | $| {2}/);
        expect(said(answer.text)).toBe(answer.text);
      }),
    );
  });

  test('nothing is dropped in silence: a text is refused for exactly the characters that are refused alone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = inBankCharacters(text);
        if (answer.ok) return;
        expect(answer.characters.length).toBeGreaterThan(0);
        for (const character of answer.characters) {
          expect(text.normalize('NFC')).toContain(character);
          expect(inBankCharacters(character).ok).toBe(false);
        }
      }),
    );
  });

  test('a text of the banks’ characters stays as it is, but for its spaces', () => {
    const ours = fc.stringMatching(/^[A-Za-z0-9/\-?:().,'+ ]{0,60}$/);
    fc.assert(fc.property(ours, (text) => void expect(said(text)).toBe(text.replaceAll(/ +/g, ' ').trim())));
  });
});
