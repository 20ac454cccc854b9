import { expect, test } from 'vitest';
import { both, certifier, NOW, officer, otherCity, owing, system, verifier } from './hand-in.fixture.ts';
import { type Command, type Content, evolve, initial, type State } from './plan.ts';
import { decide } from './plan-decide.ts';

const decision = { on: '2028-05-20', number: '44', document: 'a'.repeat(64) };
const CONTENT: Content = {
  decision,
  objectives: ['Half of the waste is used again.'],
  actions: [{ title: 'A market for used goods', commitments: ['C1'], seeksMoney: true }],
  left: [{ commitment: 'C2', reason: 'txt_a' }],
};
const commitments = ['C1', 'C2'];
const open: Command = { type: 'OpenPlan', owing: owing('plan'), now: NOW, by: officer };
const draft = (content: Partial<Content> = {}, edition = 1): Command => ({
  type: 'DraftPlan',
  edition,
  content: { ...CONTENT, ...content },
  commitments,
  unknownEvidence: [],
  now: NOW,
  by: officer,
});
const signOff = (by = certifier, edition = 1): Command => ({
  type: 'SignOffPlan',
  edition,
  owing: owing('plan'),
  commitments,
  now: NOW,
  by,
});
const accept = (edition = 1): Command => ({ type: 'AcceptPlan', edition, now: NOW, by: verifier });
const remarks = [{ section: 'actions', reason: 'txt_b' }] as const;
const sendBack: Command = { type: 'ReturnPlan', edition: 1, remarks, now: NOW, by: verifier };

function after(...commands: readonly Command[]): State {
  let state: State = initial;
  for (const command of commands) {
    const decided = decide(command, state);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.rejection)}`);
    state = decided.events.reduce(evolve, state);
  }
  return state;
}
const refusal = (command: Command, state: State) => {
  const decided = decide(command, state);
  return decided.ok ? decided.events : decided.rejection;
};

test('it is opened once, by the city or by its day', () => {
  expect(refusal({ ...open, by: otherCity }, initial)).toMatchObject({ type: 'WrongOrganisation' });
  expect(after({ ...open, by: system })).toMatchObject({ status: 'draft', dueOn: '2029-03-31', editions: [] });
  expect(refusal({ ...open, by: system }, after(open))).toEqual([]);
  expect(refusal(draft(), initial)).toEqual({ type: 'ActionPlanIsUnknown' });
});

test('each commitment has an action or a reason, and the council has decided', () => {
  const state = after(open);
  const strange = { actions: [{ title: 'A fair', commitments: ['C9'], seeksMoney: false }] };
  expect(refusal(draft(strange), state)).toEqual({ type: 'CommitmentsAreUnknown', commitments: ['C9'] });
  const ahead = { on: '2099-01-01', number: '4', document: 'f'.repeat(64) };
  expect(refusal(draft({ decision: ahead }), after(open))).toMatchObject({ type: 'DateIsAhead' });
  expect(refusal(signOff(), after(open, draft({ decision: undefined })))).toEqual({ type: 'CouncilDecisionIsMissing' });
  expect(refusal(signOff(), after(open, draft({ left: [] })))).toEqual({ type: 'CommitmentWithoutAction', commitments: ['C2'] });
  expect(refusal(draft(), after(open, draft()))).toEqual([]);
});

test('another person than who drafted signs it off, and the secretariat accepts or returns it', () => {
  const drafted = after(open, draft());
  expect(refusal(signOff(both), drafted)).toEqual({ type: 'PreparedByTheSamePerson', person: 'hana' });
  expect(refusal({ ...accept(), by: certifier }, after(open, draft(), signOff()))).toMatchObject({ type: 'RoleIsMissing' });
  expect(refusal(draft({ objectives: [] }), after(open, draft(), signOff()))).toEqual({
    type: 'ActionPlanIsInAnotherStatus',
    status: 'submitted',
  });
  const returned = after(open, draft(), signOff(), sendBack);
  expect(returned).toMatchObject({ status: 'returned', editions: [{ remarks }] });
  expect(refusal(signOff(), returned)).toEqual({ type: 'ActionPlanIsInAnotherStatus', status: 'returned' });
  expect(refusal(draft(), returned)).toEqual({ type: 'NothingIsChanged', edition: 1 });
  expect(after(open, draft(), signOff(), sendBack, draft({ objectives: ['More.'] }), signOff(), accept())).toMatchObject({
    status: 'accepted',
    turns: [
      { fact: 'submitted', version: 3 },
      { fact: 'returned', version: 4 },
      { fact: 'submitted', version: 6 },
      { fact: 'accepted', version: 7 },
    ],
  });
});

test('an accepted edition is locked; the next takes its place once it is accepted, and moves no ladder', () => {
  const accepted = [open, draft(), signOff(), accept()];
  expect(refusal(draft(), after(...accepted))).toEqual({ type: 'EditionIsLocked', edition: 1, correction: 'draftPlan' });
  expect(after(...accepted, draft({ objectives: ['More.'] }, 2))).toMatchObject({
    status: 'accepted',
    editions: [{}, { status: 'draft' }],
  });
  const next = after(...accepted, draft({ objectives: ['More.'] }, 2), signOff(certifier, 2), accept(2));
  expect(next).toMatchObject({ status: 'accepted', editions: [{ status: 'superseded' }, { status: 'accepted' }], turns: [{}, {}] });
});
