import { expect, test } from 'vitest';
import { isPlainLine, isPlainText } from './visible.ts';

test.each(['Yokohama', '循環型都市', 'ශ්‍රී ලංකාව', 'Đà Nẵng', 'می‌خواهم', 'ক্‌ষ', 'Khon Kaen (เทศบาล)', 'A & B, “C” – 50 %', ''])(
  'a name is taken in whatever script: %s',
  (name) => {
    expect([isPlainLine(name), isPlainText(name)]).toEqual([true, true]);
  },
);

test.each([
  ['a null', 'a\u0000b'],
  ['an escape', '\u001b[31mred'],
  ['a delete', 'a\u007f'],
  ['a C1 control', 'a\u0085b'],
  ['an override of direction', 'invoice\u202egpj.exe'],
  ['an isolate', '\u2066a\u2069'],
  ['a mark of direction', 'a\u200e'],
  ['a space without width', 'Yoko\u200bhama'],
  ['nothing but a joiner', '\u200d'],
  ['a joiner between letters that never join', 'Yoko\u200dhama'],
  ['a byte order mark', '\ufeffa'],
  ['a soft hyphen', 'Yoko\u00adhama'],
  ['a line separator', 'a\u2028b'],
  ['half a pair', 'a\ud800'],
  ['a tag', 'a\u{e0041}'],
])('%s is not seen, and so not taken, in a name or in a note', (_, text) => {
  expect([isPlainLine(text), isPlainText(text)]).toEqual([false, false]);
});

test.each(['a\nb', 'a\r\nb', 'a\tb'])('line breaks and tabs are for notes: %j', (text) => {
  expect([isPlainLine(text), isPlainText(text)]).toEqual([false, true]);
});
