import { expect, test } from 'vitest';
import { type Command, type Event, evolve, initial, type Said, type State } from './assessment.ts';
import { decide } from './assessment-decide.ts';
import { both, certifier, NOW, officer, otherCity, owing, system, verifier } from './hand-in.fixture.ts';

const DIMENSIONS = ['roles', 'vision'];
const hash = 'a'.repeat(64);
const said = (more: Partial<Said> = {}): Said => ({
  dimension: 'roles',
  known: 'level',
  level: 1,
  reason: '',
  evidence: [],
  addresses: [],
  target: 3,
  targetYear: 2031,
  ...more,
});
const begin: Command = { type: 'BeginAssessment', dimensions: DIMENSIONS, owing: owing('assessment-1'), now: NOW, by: officer };
const answer = (more: Partial<Said> = {}, edition = 1, now = NOW, by = officer): Command => ({
  type: 'AnswerDimension',
  edition,
  answer: said(more),
  unknownEvidence: [],
  now,
  by,
});
const signOff = (edition = 1, by = certifier, now = NOW): Command => ({
  type: 'SignOffAssessment',
  edition,
  owing: owing(`assessment-${edition}`),
  now,
  by,
});

/** The state after commands that are all accepted, and what a last one comes to. */
function after(...commands: readonly Command[]): State {
  let state: State = initial;
  for (const command of commands) {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
    state = decision.events.reduce(evolve, state);
  }
  return state;
}
const refusal = (command: Command, state: State) => {
  const decision = decide(command, state);
  return decision.ok ? decision.events : decision.rejection;
};
const SIGNED = [begin, answer(), answer({ dimension: 'vision' }), signOff()];

test('the city begins it for itself, once, and its day begins what nobody has', () => {
  expect(refusal({ ...begin, by: otherCity }, initial)).toMatchObject({ type: 'WrongOrganisation' });
  expect(refusal({ ...begin, owing: owing('assessment-1', { isInForce: false, status: 'withdrawn' }) }, initial)).toMatchObject({
    type: 'SignatoryIsInAnotherStatus',
  });
  expect(refusal({ ...begin, owing: owing('assessment-9', { isOwed: false }) }, initial)).toMatchObject({ type: 'ObligationIsUnknown' });
  expect(after({ ...begin, by: system })).toMatchObject({ status: 'draft', city: 'org_a' });
  expect(refusal({ ...begin, by: system }, after(begin))).toEqual([]);
  const next: Command = { ...begin, owing: owing('assessment-2') };
  expect(refusal(next, after(begin))).toEqual({ type: 'DraftIsWaiting', number: 1 });
  expect(after(...SIGNED, next)).toMatchObject({ status: 'signed-off', editions: [{}, { number: 2, obligation: 'assessment-2' }] });
});

test('from level 2 on something shows it; what does not apply, and a steep rise, say why', () => {
  const state = after(begin);
  expect(refusal(answer({ level: 2 }), state)).toEqual({ type: 'EvidenceIsMissing' });
  expect(refusal(answer({ level: 2, evidence: [hash] }), state)).toHaveLength(1);
  expect(refusal(answer({ level: 2, addresses: ['https://city.example'] }), state)).toHaveLength(1);
  expect(refusal({ ...answer({ level: 2, evidence: [hash] }), unknownEvidence: [hash] } as Command, state)).toEqual({
    type: 'EvidenceIsUnknown',
    hashes: [hash],
  });
  expect(refusal(answer({ known: 'not-applicable' }), state)).toEqual({ type: 'ReasonIsMissing', dimension: 'roles' });
  expect(refusal(answer({ dimension: 'luck' }), state)).toEqual({ type: 'DimensionIsUnknown', dimension: 'luck' });
  const again = after(...SIGNED, { ...begin, owing: owing('assessment-2') });
  const steep = { level: 3, evidence: [hash] };
  expect(refusal(answer(steep, 2), again)).toEqual({ type: 'ReasonIsMissing', dimension: 'roles' });
  expect(refusal(answer({ ...steep, reason: 'txt_a' }, 2), again)).toHaveLength(1);
  expect(refusal(answer(steep, 2, '2030-06-01T03:00:00.000Z'), again)).toHaveLength(1);
  expect(refusal(answer({ level: 0 }, 2), again)).toHaveLength(1);
});

test('whoever answered any of it does not sign it off, and nothing is left without an answer', () => {
  expect(refusal(signOff(), after(begin, answer()))).toEqual({ type: 'AnswersAreMissing', dimensions: ['vision'] });
  const whole = [begin, answer(), answer({ dimension: 'vision' }, 1, NOW, both)];
  expect(refusal(signOff(1, both), after(...whole))).toEqual({ type: 'PreparedByTheSamePerson', person: 'hana' });
  expect(refusal(signOff(1, officer), after(...whole))).toMatchObject({ type: 'RoleIsMissing' });
  expect(refusal(signOff(1, verifier), after(...whole))).toMatchObject({ type: 'RoleIsMissing' });
  expect(after(...whole, signOff())).toMatchObject({ turns: [{ obligation: 'assessment-1', fact: 'accepted', version: 4 }] });
});

test('what is signed off is locked; its correction begins with its answers, and answers no obligation', () => {
  const state = after(...SIGNED);
  expect(refusal(answer({ level: 0 }), state)).toEqual({ type: 'EditionIsLocked', edition: 1, correction: 'correctAssessment' });
  expect(refusal(signOff(), state)).toEqual([]);
  const correct: Command = { type: 'CorrectAssessment', corrects: 1, note: 'txt_a', now: NOW, by: officer };
  expect(refusal({ ...correct, note: '' }, state)).toEqual({ type: 'NoteIsMissing' });
  expect(refusal({ ...correct, corrects: 3 }, state)).toEqual({ type: 'AssessmentIsUnknown' });
  const corrected = after(...SIGNED, correct, answer({ level: 0 }, 2), signOff(2));
  expect(corrected).toMatchObject({
    editions: [{ status: 'superseded' }, { status: 'signed-off', corrects: 1, answers: [{ level: 0 }, { dimension: 'vision', level: 1 }] }],
  });
  expect((corrected as unknown as { turns: Event[] }).turns).toHaveLength(1);
});
