import type { Actor, Role } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { canonicalOf, isMoment } from './content.ts';
import { type Command, decide, type Event, evolve, initial, type State } from './instrument.ts';

const now = '2027-06-01T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const secretary = actor('mika', 'secretariat', 'secretariat.officer');
const officer = actor('hana', 'org_a', 'proposer.officer');
const content = {
  texts: [{ language: 'en', title: 'Fee by the bag', does: 'Only bags with the fee are collected.' }],
  ...({ type: 'payt', fiveR: 'reduce', themes: [], streams: [], stage: 'in-force', country: 'TW', area: 'Taipei', level: 'city' } as const),
  ...{ year: '2000', inForceFrom: '2000-07', needs: '', costs: '', mistakes: '', seen: [], paragraphs: [] },
  sources: [{ address: 'https://example.org/law', language: '', publisher: '', told: '', file: '', licence: '' as const }],
};
const draft = {
  ...({ type: 'DraftInstrument', owner: 'secretariat', reference: 'TW-TP', content, hash: 'h', typeIsKnown: true } as const),
  ...({ unknownCodes: [], unknownEvidence: [], cityIs: 'secretariat', now, by: secretary } as const),
} satisfies Command;
const publish = { type: 'PublishInstrument', now, by: secretary } satisfies Command;
const ownContent = { ...draft, owner: 'org_a', cityIs: 'city', by: officer } as const;

const after = (...commands: readonly Command[]): State =>
  commands.reduce<State>((state, command) => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce<State>(evolve, state);
  }, initial);
const answer = (command: Command, state: State): unknown => {
  const decision = decide(command, state);
  return decision.ok ? decision.events.map(({ type }: Event) => type) : decision.rejection;
};

test('an entry is of the secretariat, or of the city of which it is', () => {
  expect(answer(draft, initial)).toEqual(['InstrumentDrafted']);
  expect(answer(ownContent, initial)).toEqual(['InstrumentDrafted']);
  expect(answer({ ...ownContent, content: { ...content, level: 'national' } }, initial)).toEqual({ type: 'InstrumentIsOfNoCity' });
  expect(answer({ ...ownContent, cityIs: 'agency' }, initial)).toEqual({ type: 'NotALocalGovernment', city: 'org_a' });
  expect(answer({ ...draft, by: officer }, initial)).toMatchObject({ type: 'WrongOrganisation' });
  expect(answer({ ...publish, by: officer }, after(draft))).toMatchObject({ type: 'WrongOrganisation' });
});

test('an entry says what it is, with codes that there are and where that is said', () => {
  const written = (said: object) => answer({ ...draft, content: { ...content, ...said } }, initial);
  expect(answer({ ...draft, typeIsKnown: false }, initial)).toEqual({ type: 'TypeIsUnknown', code: 'payt' });
  expect(written({ sources: [] })).toEqual({ type: 'SourceIsMissing' });
  expect(written({ sources: [{ ...content.sources[0], address: 'javascript:1' }] })).toMatchObject({ type: 'WebsiteIsMalformed' });
  expect(written({ texts: [] })).toEqual({ type: 'NameIsMissing' });
  expect(written({ texts: [...content.texts, ...content.texts] })).toEqual({ type: 'LanguageIsNamedTwice', languages: ['en'] });
  expect(written({ year: '20' })).toEqual({ type: 'YearIsMalformed', value: '20' });
  expect(written({ inForceFrom: '2000-13' })).toEqual({ type: 'YearIsMalformed', value: '2000-13' });
});

test('what is published never changes: the next content is the next version, and the same again is nothing new', () => {
  const published = after(draft, publish);
  expect(published).toMatchObject({ status: 'published', draft: undefined, versions: [{ number: 1, hash: 'h' }] });
  expect(answer(draft, published)).toEqual([]);
  const next = { ...draft, content: { ...content, costs: 'Little' }, hash: 'i' };
  const second = after(draft, publish, next, publish);
  expect(second).toMatchObject({
    versions: [
      { number: 1, content: { costs: '' } },
      { number: 2, content: { costs: 'Little' } },
    ],
  });
});

test('an entry is superseded once, with its reason, by another that everybody reads', () => {
  const supersede = { type: 'SupersedeInstrument', successor: 'pol_b', isSuccessorThere: true, note: 'txt_w', now, by: secretary } as const;
  expect(answer(supersede, after(draft))).toMatchObject({ type: 'PolicyInstrumentIsInAnotherStatus' });
  expect(answer({ ...supersede, isSuccessorThere: false }, after(draft, publish))).toEqual({ type: 'SuccessorIsUnknown' });
  expect(answer({ ...supersede, note: '' }, after(draft, publish))).toEqual({ type: 'NoteIsMissing' });
  const over = after(draft, publish, supersede);
  expect(over).toMatchObject({ status: 'superseded', supersededBy: 'pol_b' });
  expect(answer(supersede, over)).toEqual([]);
  expect(answer({ ...draft, content: { ...content, costs: 'x' } }, over)).toMatchObject({ type: 'PolicyInstrumentIsInAnotherStatus' });
});

test('an adoption is shown once for each request', () => {
  const distance = { kept: 1, changed: 0, added: 0, removed: 0 };
  const note = {
    ...({ type: 'NoteAdoption', request: 'req_a', city: 'org_b', fromVersion: 1, decidedOn: '2027-07-05', distance } as const),
    ...{ now, by: actor('junkan', 'junkan', 'system.workflow') },
  } satisfies Command;
  expect(answer(note, after(draft, publish))).toEqual(['InstrumentAdopted']);
  expect(answer(note, after(draft, publish, note))).toEqual([]);
  for (const by of [officer, actor('vera', 'secretariat', 'secretariat.verifier')])
    expect(answer({ ...note, by }, after(draft, publish))).toMatchObject({ type: 'RoleIsMissing' });
});

test('the hash of a content is of what it says, in whatever order it is said', () => {
  const { texts, ...rest } = content;
  expect(canonicalOf({ ...rest, texts })).toBe(canonicalOf({ texts, ...rest }));
  expect(canonicalOf({ ...content, costs: 'x' })).not.toBe(canonicalOf(content));
});

test.each([
  ['', true],
  ['2024', true],
  ['2024-02', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-2', false],
  ['24', false],
])('whether %s is a year, a month or a day', (text, is) => expect(isMoment(text)).toBe(is));
