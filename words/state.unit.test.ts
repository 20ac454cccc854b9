import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './languages.ts';
import { jsonOf, type Matter, matters, readMatter } from './matters.ts';
import { fingerprint, type State, translations, translationsIn, withHanded } from './state.ts';
import { handedIn, xliffOf } from './xliff.ts';

const stateIn = (messages: Matter, language: string): State | undefined =>
  translationsIn('holds', messages).find((each) => each.language === language)?.state;
const HELD = { en: 'On hold', ja: '保留中', ko: '보류 중', from: fingerprint('On hold') };
const handed = { key: 'a', language: 'ja', source: 'On hold', text: '保留', isReviewed: true } as const;

describe('a translation', () => {
  test('is missing, a draft, or of an English that was changed since', () => {
    expect(['th', 'ja'].map((language) => stateIn({ a: HELD }, language))).toEqual(['missing', 'draft']);
    expect(stateIn({ a: { ...HELD, en: 'Held' } }, 'ja')).toBe('changed');
  });

  test('is reviewed once a person has found it right, and a draft again once its text is another', () => {
    const { a } = withHanded({ a: HELD }, [handed]) as { readonly a: typeof HELD };
    expect(stateIn({ a }, 'ja')).toBe('reviewed');
    expect(stateIn({ a }, 'ko')).toBe('draft');
    expect(stateIn({ a: { ...a, ja: '停止中' } }, 'ja')).toBe('draft');
    expect(stateIn({ a: { ...a, en: 'Held' } }, 'ja')).toBe('changed');
  });

  test('that comes back alone leaves the others as they are', () => {
    const { a } = withHanded({ a: { ...HELD, en: 'Held' } }, [{ ...handed, source: 'Held' }]) as { readonly a: typeof HELD };
    expect(['ja', 'ko', 'th'].map((language) => stateIn({ a }, language))).toEqual(['reviewed', 'changed', 'missing']);
    const { a: all } = withHanded({ a }, [{ ...handed, language: 'ko', source: 'Held', isReviewed: false }]) as { readonly a: typeof HELD };
    expect(all.from).toBe(fingerprint('Held'));
  });

  test('of an English that was changed meanwhile is known to be that', () => {
    expect(stateIn(withHanded({ a: { ...HELD, en: 'Held' } }, [handed]), 'ja')).toBe('changed');
  });

  test('of a message that there is not is refused', () => {
    expect(() => withHanded({ a: HELD }, [{ ...handed, key: 'b' }])).toThrow('there is no message “b”');
  });
});

describe('what translators get and hand back', () => {
  test.each(LANGUAGES.filter((language) => language !== 'en'))('is the same as it was, where nothing was changed: %s', (language) => {
    const all = translations(language);
    const back = handedIn(xliffOf(language, all));
    for (const matter of matters()) {
      const messages = readMatter(matter);
      expect(jsonOf(withHanded(messages, back.get(matter) ?? []))).toBe(jsonOf(messages));
    }
  });

  test('keeps every text and state, whatever is written', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/\p{Cc}/u.test(each));
    fc.assert(
      fc.property(text, text, fc.boolean(), (en, ja, isReviewed) => {
        const before = withHanded({ a: { en } }, [{ key: 'a', language: 'ja', source: en, text: ja, isReviewed }]);
        const back = handedIn(
          xliffOf(
            'ja',
            translationsIn('holds', before).filter((each) => each.language === 'ja'),
          ),
        );
        expect(back.get('holds')).toEqual([{ key: 'a', language: 'ja', source: en, text: ja, isReviewed }]);
        expect(withHanded(before, back.get('holds') ?? [])).toEqual(before);
      }),
    );
  });

  test('is no XLIFF of a language that is not spoken here', () => {
    expect(() => handedIn('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="fr"/>')).toThrow('no XLIFF 2 of a language');
  });
});

test.each(matters())('is written as translations that come back leave it: %s', (matter) => {
  expect(readFileSync(new URL(`${matter}.json`, import.meta.url), 'utf8')).toBe(jsonOf(readMatter(matter)));
});
