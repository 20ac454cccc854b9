import { expect, test } from 'vitest';
import { addedIn, commentOn, insidersWordsIn, textsOn } from './words.ts';

test.each([
  ['Whoever is told of it', ['told', 'Whoever']],
  ['Where the item now stands.', ['stands']],
  ['An officer who stands in for a colleague.', []],
  ['It rests until a hold is released', ['rests']],
  ['Of what nobody knows, who asks learns nothing', [', who asks']],
  ['The person who asks gets the rest of it', ['the rest']],
  ['Calls `told` of the view', []],
  ['They are read from the view ([who.ts](inbox/who.ts))', []],
  ['It is read once more, and an index is looked up.', []],
])('the words of insiders are found in prose: %s', (text, words) => {
  expect(insidersWordsIn(text).map(({ word }) => word)).toEqual(words);
});

test.each([
  ['// A reason', 'kit/a.ts', 'A reason'],
  ['const a = 1; // a reason', 'kit/a.ts', 'a reason'],
  ['  /** Its unit. */', 'kit/a.ts', 'Its unit. '],
  ['   * goes on', 'kit/a.ts', 'goes on'],
  ["const told = 'https://example.org';", 'kit/a.ts', ''],
  ['A sentence.', 'docs/a.md', 'A sentence.'],
])('of a line of code the comment alone is prose: %s', (line, path, comment) => {
  expect(commentOn(line, path)).toBe(comment);
});

test('what operators read of a setting is between quotes', () => {
  expect(textsOn("message: 'must be set', or(`with a key`)")).toBe('must be set with a key');
});

const DIFF = `diff --git a/kit/a.ts b/kit/a.ts
--- a/kit/a.ts
+++ b/kit/a.ts
@@ -3,1 +3,2 @@
-// moved
+// first
+// second
diff --git a/kit/b.ts b/kit/b.ts
--- /dev/null
+++ b/kit/b.ts
@@ -0,0 +1,2 @@
+  // moved
+// third`;

test('lines that a change adds are found by file and number, without those that it only moves', () => {
  expect([...addedIn(DIFF)]).toEqual([
    [
      'kit/a.ts',
      [
        { line: 3, text: '// first' },
        { line: 4, text: '// second' },
      ],
    ],
    ['kit/b.ts', [{ line: 2, text: '// third' }]],
  ]);
});
