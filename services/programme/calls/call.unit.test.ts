import type { Actor, Role } from '@junkan/proto/actor.ts';
import type { CallContent, SelectedAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type Event, evolve, initial, type State } from './call.ts';
import { decide } from './call-decide.ts';

const now = '2027-06-01T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('mika', 'spo_a', 'sponsor.officer');
const opener = actor('aki', 'spo_a', 'sponsor.approver');
const decider = actor('dai', 'spo_a', 'sponsor.approver');
const rival = actor('rin', 'spo_b', 'sponsor.approver');
const clock = actor('system', 'junkan', 'system.workflow');
const REVIEWERS = ['ren', 'rie', 'ryo'];
const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const content: CallContent = {
  title: [{ language: 'en', text: 'Repair' }],
  text: [{ language: 'en', text: 'We look for it.' }],
  countries: ['JP'],
  themes: [],
  closesOn: '2027-06-10',
  judgingUntil: '2027-07-10',
  available: usd(1000n),
  least: usd(10n),
  greatest: usd(900n),
  questions: [],
  criteria: [{ code: 'results', weightBasisPoints: 10_000, tieOrder: 1, title: 'Results', meanings: ['0', '1', '2', '3', '4', '5'] }],
  minimumReadiness: 0,
  declaration: '',
};

type Given<Type extends Command['type']> = Omit<CommandOf<Type>, 'type' | 'now' | 'by'> & { readonly now?: string };
const does = <Type extends Command['type']>(type: Type, by: Actor, given: Given<Type>): CommandOf<Type> =>
  ({ now, ...given, type, by }) as unknown as CommandOf<Type>;
const facts = { exceeds: [], mandateRevision: 1, unknownCodes: [], isDeclared: true };

/** What is left after these commands, each of which is accepted. */
function after(...commands: readonly Command[]): State {
  return commands.reduce<State>((state, command) => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.rejection)}`);
    return decision.events.reduce<State>((each, event: Event) => evolve(each, event), state);
  }, initial);
}
const refusalOf = (command: Command, state: State) => {
  const decision = decide(command, state);
  return decision.ok ? undefined : decision.rejection;
};

const draft = does('DraftCall', officer, { mandate: 'man_a', content, ...facts });
const appoint = REVIEWERS.map((person) =>
  does('AppointReviewer', officer, { person, organisation: 'ptn_a', actsFor: '', isKnown: true, country: 'ID', screeners: [] }),
);
const open = does('OpenCall', opener, { exceeds: [], mandateRevision: 1 });
const ANSWERS = ['ans_a', 'ans_b'] as const;
const enter = ANSWERS.map((answer) =>
  does('EnterAnswer', actor('cho', 'org_a', 'proposer.certifier'), {
    ...{ answer, project: `prj_${answer}`, city: 'org_a', country: 'JP', isMended: false },
  }),
);
const over = '2027-06-11T00:00:00.000Z';
const close = does('StepCall', clock, { now: over });
const reviewer = (person: string) => actor(person, 'ptn_a', 'programme.juror');
const declare = (person: string, interested: readonly (typeof ANSWERS)[number][] = []) =>
  does('DeclareReviewInterests', reviewer(person), { answered: ANSWERS, interested, asked: ANSWERS, found: [], now: over });
const judging = REVIEWERS.flatMap((each) => ANSWERS.map((answer) => ({ reviewer: each, answer })));
const assign = does('AssignReviews', officer, { isScreened: true, eligible: ANSWERS, judging, refusal: undefined, now: over });
const ended = '2027-07-11T00:00:00.000Z';
const end = does('StepCall', clock, { now: ended });
const sealed = judging.map(({ reviewer: each, answer }, index) => ({
  reviewer: each,
  answer,
  marks: [{ criterion: 'results', mark: answer === 'ans_a' ? 5 : 1 + (index % 3) }],
  salt: 's',
  words: [],
}));
const openReviews = does('OpenReviews', officer, { sealed, draw: REVIEWERS, now: ended });
const field: SelectedAnswer[] = ANSWERS.map((answer) => ({ answer, project: `prj_${answer}`, city: 'org_a', amount: usd(600n) }));
const select = (by: Actor, selected: readonly (typeof ANSWERS)[number][], change: Partial<CommandOf<'DecideCall'>> = {}) =>
  does('DecideCall', by, { selected, note: '', field, screeners: ['sen'], now: ended, ...change });
const reviewed = [draft, ...appoint, open, ...enter, close, ...REVIEWERS.map((each) => declare(each)), assign, end];

describe('a call', () => {
  test('is opened by another than who has drafted it, of the same sponsor, within the mandate of that day', () => {
    const drafted = after(draft, ...appoint);
    const own = actor('mika', 'spo_a', 'sponsor.approver');
    expect(refusalOf({ ...open, by: own }, drafted)).toEqual({ type: 'PreparedByTheSamePerson', person: 'mika' });
    expect(refusalOf({ ...open, by: rival }, drafted)).toMatchObject({ type: 'WrongOrganisation' });
    expect(refusalOf({ ...open, exceeds: ['countries'] }, drafted)).toEqual({ type: 'CallExceedsTheMandate', terms: ['countries'] });
    expect(refusalOf(open, after(draft, ...appoint.slice(1)))).toEqual({ type: 'ReviewersAreTooFew', needed: 3 });
  });

  test('takes answers until its day is over, and none after', () => {
    const opened = after(draft, ...appoint, open);
    const [first] = enter;
    if (!first) throw new Error('an answer');
    expect(refusalOf({ ...first, now: over }, opened)).toEqual({ type: 'CallIsNotOpen', closesOn: '2027-06-10' });
    expect(decide({ ...close, now }, opened)).toEqual({ ok: true, events: [] });
  });

  test('is not reviewed by who has an interest, and not with fewer than three for an answer', () => {
    const screening = after(draft, ...appoint, open, ...enter, close, declare('ren', ['ans_a']), declare('rie'), declare('ryo'));
    expect(refusalOf(assign, screening)).toEqual({ type: 'ReviewersAreTooFew', needed: 3 });
    expect(refusalOf(declare('ghost'), screening)).toEqual({ type: 'NotAReviewer' });
  });

  test('is neither assigned nor opened by who reviews in it, and not reviewed by who has screened in it', () => {
    const own = (person: string) => actor(person, 'spo_a', 'sponsor.officer');
    const apart = { type: 'PreparedByTheSamePerson', person: 'ren' };
    const screening = after(draft, ...appoint, open, ...enter, close, ...REVIEWERS.map((each) => declare(each)));
    expect(refusalOf({ ...assign, by: own('ren') }, screening)).toEqual(apart);
    expect(refusalOf({ ...openReviews, by: own('ren') }, after(...reviewed))).toEqual(apart);
    const screened = { person: 'sen', organisation: 'spo_a', actsFor: 'spo_a', isKnown: true, country: '', screeners: ['sen'] };
    expect(refusalOf(does('AppointReviewer', officer, screened), screening)).toEqual({ type: 'PreparedByTheSamePerson', person: 'sen' });
  });

  test('is not cancelled once it has its order', () => {
    const cancelling = does('CancelCall', opener, { note: 'txt_a' });
    expect(after(...reviewed, cancelling)).toMatchObject({ status: 'cancelled' });
    expect(refusalOf(cancelling, after(...reviewed, openReviews))).toEqual({ type: 'ProjectCallIsInAnotherStatus', status: 'deciding' });
  });

  test('has an order that marks of a barred reviewer do not change', () => {
    const more = { person: 'rei', organisation: 'ptn_a', actsFor: '', isKnown: true, country: 'ID', screeners: [] };
    const [first, ...rest] = reviewed;
    if (!first) throw new Error('a draft');
    const barred = after(first, does('AppointReviewer', officer, more), ...rest);
    const marks = [{ criterion: 'results', mark: 0 }];
    const silent = ANSWERS.map((answer) => ({ reviewer: 'rei', answer, marks, salt: 's', words: [] }));
    const decision = decide({ ...openReviews, sealed: [...sealed, ...silent] }, barred);
    const without = decide(openReviews, barred);
    expect(decision).toEqual(without);
    expect(decision).toMatchObject({
      events: [{ type: 'ReviewsOpened', order: [{ answer: 'ans_a', place: 1, reviews: 3 }, { place: 2 }] }],
    });
    expect(refusalOf({ ...openReviews, sealed: sealed.slice(1) }, barred)).toEqual({
      type: 'ReviewsAreTooFew',
      answers: ['ans_a'],
      needed: 3,
    });
  });

  test('is decided by a person without another part in it, within its sum, and otherwise than its order with a reason alone', () => {
    const deciding = after(...reviewed, openReviews);
    for (const person of ['aki', 'sen', 'ren'])
      expect(refusalOf(select(actor(person, 'spo_a', 'sponsor.approver'), ['ans_a']), deciding)).toEqual({
        type: 'PreparedByTheSamePerson',
        person,
      });
    expect(refusalOf(select(decider, ANSWERS), deciding)).toEqual({
      type: 'SelectionExceedsTheSum',
      selected: usd(1200n),
      available: usd(1000n),
    });
    expect(refusalOf(select(decider, ['ans_b']), deciding)).toEqual({ type: 'SelectionNeedsAReason' });
    expect(refusalOf(select(decider, ['ans_a', 'ans_a']), deciding)).toEqual({ type: 'SelectionIsUnknown', answers: ['ans_a'] });
    expect(after(...reviewed, openReviews, select(decider, ['ans_b'], { note: 'txt_a' }))).toMatchObject({
      status: 'decided',
      selected: [{ answer: 'ans_b' }],
      endNote: 'txt_a',
    });
    // That nothing is selected has its reason, too.
    expect(refusalOf(select(decider, []), deciding)).toEqual({ type: 'SelectionNeedsAReason' });
    const nothing = select(decider, [], { note: 'txt_a' });
    // Decided again the same way by the same person, it changes nothing; nobody decides it again, nor otherwise.
    const decided = after(...reviewed, openReviews, nothing);
    expect(decide(nothing, decided)).toEqual({ ok: true, events: [] });
    for (const [by, ids] of [
      [actor('eri', 'spo_a', 'sponsor.approver'), []],
      [decider, ['ans_a']],
    ] as const)
      expect(refusalOf(select(by, ids, { note: 'txt_a' }), decided)).toMatchObject({ type: 'ProjectCallIsInAnotherStatus' });
  });
});
