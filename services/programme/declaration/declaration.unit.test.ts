import { decideAs } from '@junkan/kit/pure/acting.ts';
import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import { signedTextsOf } from './api/signed-texts.ts';
import { type Command, decide, type Event, evolve, inForce, initial } from './declaration.ts';
import { RULE } from './obligations/history.fixture.ts';
import { approver, everything, officer, secretary } from './signatory.fixture.ts';
import { signedText } from './signed-text.ts';

const at = '2026-11-24T12:00:00.000Z';
const words = (...languages: readonly string[]) => languages.map((language) => ({ language, text: `In ${language}.` }));
const text = {
  title: words('en', 'ja', 'ko'),
  preamble: words('ja', 'en'),
  commitments: [{ code: 'C1', fiveR: 'reuse', text: words('en', 'ja', 'th') }],
  rule: RULE,
  marked: 'Placeholder',
} as const;
const drafted = { type: 'DeclarationDrafted', number: 1, text, at, by: secretary.person } satisfies Event;

const draft = (other: object = {}): Command => ({ type: 'DraftDeclaration', text, now: at, by: secretary, ...other });
const another = (by = secretary): Command => ({ type: 'DraftVersion', text, now: at, by });
const publish = (number: number, by = approver): Command => ({
  type: 'PublishDeclaration',
  number,
  texts: signedTextsOf(number, text),
  now: at,
  by,
});
const discard = (number: number, by = approver): Command => ({ type: 'DiscardDraft', number, now: at, by });
const withdraw = (note = 'txt_replaced'): Command => ({ type: 'WithdrawDeclaration', note, now: at, by: approver });
const { acceptedOn, answerTo } = driven({ decide, evolve, initial });
const after = (...commands: readonly Command[]) => acceptedOn(initial, ...commands);

describe('a declaration', () => {
  test('is drafted by the secretariat, in at least one language that all of its texts have, none of them twice', () => {
    expect(answerTo(draft(), initial)).toEqual([drafted]);
    expect(answerTo(draft({ by: officer }), initial)).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(draft({ text: { ...text, preamble: words('vi') } }), initial)).toEqual({ type: 'LanguagesDiffer', languages: [] });
    expect(answerTo(draft({ text: { ...text, title: words('en', 'en') } }), initial)).toEqual({
      type: 'LanguagesDiffer',
      languages: ['en'],
    });
  });

  test.each([
    ['align', { align: ['02-30', '13-01'] }],
    ['reminders', { reminders: [200] }],
    ['secondDays', { secondDays: 14 }],
    ['suspensionDays', { suspensionDays: 90 }],
  ])('is not drafted with a rule that cannot be: %s', (field, rule) => {
    expect(answerTo(draft({ text: { ...text, rule: { ...RULE, ...rule } } }), initial)).toEqual({ type: 'RuleIsMalformed', field });
  });

  test('is published by another than who drafted it, as it was read, in each language of all of its texts', () => {
    const state = after(draft());
    expect(inForce(state)).toBeUndefined();
    expect(answerTo(publish(1, everything(secretary.person)), state)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    expect(answerTo(publish(2), state)).toEqual({ type: 'NothingIsDrafted' });
    const published = after(draft(), publish(1));
    expect(inForce(published)).toMatchObject({ number: 1, decidedBy: approver.person });
    expect(inForce(published)?.texts.map(({ language }) => language)).toEqual(['en', 'ja']);
    expect(answerTo(publish(1), published)).toEqual([]);
  });

  test('is not published by who counts as one with its writer', () => {
    const by = { ...approver, acting: { given: [], joined: [secretary.person] } };
    const { decision } = decideAs(by, (as) => decide(publish(1, as), after(draft())));
    expect(decision).toEqual({ ok: false, rejection: { type: 'PreparedByTheSamePerson', person: secretary.person } });
  });

  test('has one draft at a time, and goes on by the version in force until another is published', () => {
    const state = after(draft(), publish(1), another());
    expect(inForce(state)).toMatchObject({ number: 1 });
    expect(answerTo(another(), state)).toEqual({ type: 'DraftIsWaiting', number: 2 });
    const superseded = acceptedOn(state, publish(2));
    expect(superseded).toMatchObject({ versions: [{ status: 'superseded', text }, { status: 'published' }] });
    expect(answerTo(publish(1), superseded)).toEqual({ type: 'NothingIsDrafted' });
  });

  test('loses a draft that is discarded, and counts on', () => {
    const state = after(draft(), discard(1));
    expect(answerTo(discard(1), state)).toEqual([]);
    expect(answerTo(publish(1), state)).toEqual({ type: 'NothingIsDrafted' });
    expect(answerTo(another(), state)).toMatchObject([{ number: 2 }]);
  });

  test('is withdrawn with a reason, and then neither drafted nor published again, also where a draft was waiting', () => {
    expect(answerTo(withdraw(), after(draft()))).toEqual({ type: 'DeclarationIsInAnotherStatus', status: 'draft' });
    expect(answerTo(withdraw(''), after(draft(), publish(1)))).toEqual({ type: 'NoteIsMissing' });
    const state = after(draft(), publish(1), another(), withdraw());
    expect(inForce(state)).toBeUndefined();
    expect(answerTo(withdraw(), state)).toEqual([]);
    for (const command of [another(), publish(2)])
      expect(answerTo(command, state)).toEqual({ type: 'DeclarationIsInAnotherStatus', status: 'withdrawn' });
    expect(answerTo(discard(2), state)).toMatchObject([{ type: 'DraftDiscarded' }]);
  });

  test('is unknown before it was drafted', () => {
    for (const command of [another(), publish(1), discard(1), withdraw()])
      expect(answerTo(command, initial)).toEqual({ type: 'DeclarationIsUnknown' });
  });
});

test('what is signed is the text of one language, with its version and its mark', () => {
  expect(signedText(3, text, 'ja')).toBe(
    '{"format":"junkan.declaration.1","version":3,"language":"ja","marked":"Placeholder","title":"In ja.","preamble":"In ja.","commitments":[{"code":"C1","text":"In ja."}]}',
  );
});
