import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { BODIES } from '../mapping.ts';
import { requestFor } from '../readers.ts';
import { distanceBetween } from './distance.ts';
import { requestMessage } from './messages.ts';
import { type Command, type CommandOf, type Event, initial, type State } from './request.ts';
import { requestActs } from './request-acts.ts';
import { decide } from './request-decide.ts';
import { evolve } from './request-evolve.ts';

const now = '2027-06-01T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('hana', 'org_a', 'proposer.officer');
const certifier = actor('cho', 'org_a', 'proposer.certifier');
const secretary = actor('mika', 'secretariat', 'secretariat.officer');
const approver = actor('aki', 'secretariat', 'secretariat.approver');
const verifier = actor('vera', 'secretariat', 'secretariat.verifier');
const expert = actor('eri', 'ptn_a', 'programme.expert');
const resident = actor('rin', 'spo_a', 'sponsor.officer');
const place = { id: '1', name: 'J', country: 'ID', latitude: '0', longitude: '0', population: 1, timeZone: 'Asia/Jakarta' };

type Given<Type extends Command['type']> = Omit<CommandOf<Type>, 'type' | 'now' | 'by'> & { readonly now?: string };
const does = <Type extends Command['type']>(type: Type, by: Actor, given: Given<Type>): CommandOf<Type> =>
  ({ now, ...given, type, by }) as unknown as CommandOf<Type>;

const request = does('RequestSupport', officer, {
  ...{ city: 'org_a', cityIs: 'city', countries: [place.country], place, title: 'Fee', instrumentType: 'payt', typeIsKnown: true },
  ...{ templates: [], unknownTemplates: [], question: 'txt_q' },
});
const accept = does('AcceptRequest', secretary, {});
const assign = does('AssignExpert', secretary, { person: 'eri', organisation: 'ptn_a' });
const free = does('DeclareExpertInterests', expert, { interests: [], note: '' });
const paragraphs = [
  { key: 0, text: 'Households pay by the bag.' },
  { key: 0, text: 'Fines begin at once.' },
];
const offer = does('OfferDraft', expert, { base: 0, paragraphs, hash: 'h1' });
const say = (circle: 'internal' | 'partner' | 'public', by: Actor, at = now, draft = 1): Command => {
  const said = { draft, paragraph: 1, note: `txt_${by.person}`, now: at };
  return circle === 'internal' ? does('CommentInternally', by, said) : does('CommentOnDraft', by, { ...said, circle });
};
const open = does('OpenCommentWindow', certifier, { draft: 1, days: 30 });
const afterWindow = '2027-07-02T03:00:00.000Z';
const deliver = does('DeliverDraft', expert, { draft: 1, now: afterWindow });
const adopt = does('RecordAdoption', certifier, {
  ...{ draft: 1, decidedOn: '2027-07-05', decisionNumber: '7', documents: ['f'], unknownEvidence: [], address: '' },
  now: '2027-07-06T03:00:00.000Z',
});
const check = does('CheckAdoption', verifier, { distances: [], now: '2027-07-07T03:00:00.000Z' });

const after = (...commands: readonly Command[]): State =>
  commands.reduce<State>((state, command) => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce<State>(evolve, state);
  }, initial);
const refusal = (command: Command, state: State): unknown => {
  const decision = decide(command, state);
  return decision.ok ? decision.events.map(({ type }: Event) => type) : decision.rejection;
};
const inWork = after(request, accept, assign, free, offer);

describe('a request for support', () => {
  test('is of a city, with a type that there is and entries that everybody reads', () => {
    expect(refusal(request, initial)).toEqual(['SupportRequested']);
    expect(refusal({ ...request, cityIs: 'agency' }, initial)).toMatchObject({ type: 'NotALocalGovernment' });
    expect(refusal({ ...request, typeIsKnown: false }, initial)).toEqual({ type: 'TypeIsUnknown', code: 'payt' });
    expect(refusal({ ...request, unknownTemplates: ['pol_a'] }, initial)).toEqual({ type: 'TemplateIsUnknown', instruments: ['pol_a'] });
    expect(refusal({ ...request, by: expert }, initial)).toMatchObject({ type: 'RoleIsMissing' });
    expect(refusal(request, after(request))).toEqual([]);
  });

  test('is answered by an officer, or by an approver, whom it waits for too once the officers are late', () => {
    expect(refusal(does('AcceptRequest', approver, {}), after(request))).toEqual(['RequestAccepted']);
    const submitted = after(request);
    if (submitted.status === 'absent') throw new Error('there is a request');
    const both = ['secretariat.officer', 'secretariat.approver'] as const;
    const contract = { bodies: {}, roles: { acceptRequest: both, declineRequest: both } };
    const due = '2027-06-15T23:59:59.999Z';
    expect(requestActs.waits(submitted, now, contract)).toMatchObject([
      { kind: 'request-to-answer', role: 'secretariat.officer', due, silence: 'escalates' },
      { kind: 'request-to-answer', role: 'secretariat.approver', from: due },
    ]);
    const decline = does('DeclineRequest', secretary, { declinedBecause: 'too-vague', note: '' });
    expect(refusal(decline, after(request))).toEqual({ type: 'NoteIsMissing' });
    expect(refusal({ ...decline, note: 'txt_w' }, after(request))).toEqual(['RequestDeclined']);
    expect(refusal(accept, after(request, accept))).toEqual([]);
  });
});

describe('an expert', () => {
  const accepted = after(request, accept);
  test('is another person than who assigns, of a partner or another city', () => {
    expect(refusal({ ...assign, person: 'mika', organisation: 'secretariat' }, accepted)).toEqual({
      type: 'ByTheSamePerson',
      person: 'mika',
    });
    expect(refusal({ ...assign, organisation: '' }, accepted)).toEqual({ type: 'ExpertIsUnknown', person: 'eri' });
    expect(refusal({ ...assign, organisation: 'org_a' }, accepted)).toEqual({ type: 'ExpertHasAnInterest', interests: ['same-city'] });
    expect(refusal({ ...assign, person: 'ola', organisation: 'org_b' }, accepted)).toEqual(['ExpertAssigned']);
  });

  test('says which interests there are before anything else, and any of them bars', () => {
    const assigned = after(request, accept, assign);
    expect(refusal(offer, assigned)).toEqual({ type: 'ExpertInterestsAreMissing' });
    expect(refusal({ ...free, by: actor('ola', 'ptn_a', 'programme.expert') }, assigned)).toEqual({ type: 'NotTheExpert' });
    const barred = after(request, accept, assign, { ...free, interests: ['paid-by-the-city'] });
    expect(barred).toMatchObject({ status: 'accepted', experts: [{ until: now }] });
    expect(refusal(assign, barred)).toEqual({ type: 'ExpertHasAnInterest', interests: ['paid-by-the-city'] });
    expect(refusal(offer, barred)).toEqual({ type: 'NotTheExpert' });
  });

  test('is one at a time: who is released drafts no more', () => {
    const release = does('ReleaseExpert', secretary, { note: 'txt_w' });
    const other = after(request, accept, assign, free, offer, release, { ...assign, person: 'ola' });
    expect(refusal({ ...offer, base: 1 }, other)).toEqual({ type: 'NotTheExpert' });
  });
});

describe('a draft', () => {
  test('is a version: its paragraphs keep their keys, and what nobody changed keeps who wrote it', () => {
    const second = does('OfferDraft', officer, {
      ...{ base: 1, hash: 'h2' },
      paragraphs: [{ key: 1, text: 'Households pay by the bag.' }, { key: 2, text: 'Fines begin later.' }, ...paragraphs.slice(0, 1)],
    });
    expect(after(request, accept, assign, free, offer, second)).toMatchObject({
      drafts: [
        {
          number: 1,
          paragraphs: [
            { key: 1, by: 'eri' },
            { key: 2, by: 'eri' },
          ],
        },
        {
          number: 2,
          paragraphs: [
            { key: 1, by: 'eri' },
            { key: 2, by: 'hana' },
            { key: 3, by: 'hana' },
          ],
        },
      ],
    });
    expect(refusal({ ...second, paragraphs: [{ key: 9, text: 'x' }] }, inWork)).toEqual({ type: 'ParagraphIsUnknown', paragraph: 9 });
    expect(refusal({ ...second, paragraphs: [] }, inWork)).toEqual({ type: 'ParagraphsAreMissing' });
  });

  test('of two who edit one version the second hears of it, with the paragraphs that both have changed', () => {
    const edited = (text: string, by: Actor) => does('OfferDraft', by, { base: 1, hash: text, paragraphs: [{ key: 1, text }] });
    const first = after(request, accept, assign, free, offer, edited('One.', expert));
    expect(refusal(edited('Two.', officer), first)).toEqual({ type: 'VersionIsAnother', newest: 2, paragraphs: [1] });
  });

  test('is commented on in one’s own circle, and publicly while its window is open', () => {
    for (const by of [expert, secretary, verifier]) expect(refusal(say('internal', by), inWork)).toMatchObject({ type: 'RoleIsMissing' });
    const elsewhere = { ...officer, organisation: 'org_b' };
    expect(refusal(say('internal', elsewhere), inWork)).toMatchObject({ type: 'WrongOrganisation' });
    expect(refusal(say('partner', resident), inWork)).toEqual({ type: 'NotInTheCircle', circle: 'partner' });
    expect(refusal(say('public', resident), inWork)).toEqual({ type: 'WindowIsClosed' });
    const opened = after(request, accept, assign, free, offer, open);
    expect(refusal(say('public', resident), opened)).toEqual(['PublicCommentMade']);
    expect(refusal(say('public', resident, afterWindow), opened)).toEqual({ type: 'WindowIsClosed' });
    expect(refusal(open, opened)).toMatchObject({ type: 'WindowIsOpen' });
    expect(refusal(say('partner', officer, now, 2), opened)).toEqual({ type: 'DraftIsUnknown', draft: 2 });
  });

  test('is delivered once each comment of the parties and the public is answered', () => {
    const said = [request, accept, assign, free, offer, open, say('public', resident), say('partner', secretary), say('internal', officer)];
    const state = after(...said);
    expect(refusal({ ...deliver, now }, state)).toMatchObject({ type: 'WindowIsOpen' });
    expect(refusal(deliver, state)).toEqual({ type: 'CommentIsOpen', comments: [1, 2] });
    const answer = does('AnswerComment', expert, { comment: 1, commentOutcome: 'taken-up', takenUpIn: 1, note: '' });
    expect(refusal(answer, state)).toEqual({ type: 'DraftIsUnknown', draft: 1 });
    expect(refusal({ ...answer, commentOutcome: 'not-taken-up' }, state)).toEqual({ type: 'NoteIsMissing' });
    const hide = does('HideComment', secretary, { comment: 1, hiddenBecause: 'insults' });
    const no = { ...answer, comment: 2, commentOutcome: 'not-taken-up', note: 'txt_n' } as const;
    expect(refusal(no, after(...said, no))).toEqual([]);
    const delivered = after(...said, hide, no, deliver);
    expect(delivered).toMatchObject({ status: 'delivered', delivered: 1 });
    // What the city has said among itself keeps it alone from going on.
    expect(refusal(adopt, delivered)).toEqual({ type: 'CommentIsOpen', comments: [1] });
  });
});

describe('an adoption', () => {
  const delivered = after(request, accept, assign, free, offer, deliver);
  test('has its file, a day after the delivery, and two persons', () => {
    expect(refusal({ ...adopt, documents: [] }, delivered)).toEqual({ type: 'DocumentIsMissing' });
    expect(refusal({ ...adopt, unknownEvidence: ['f'] }, delivered)).toEqual({ type: 'EvidenceIsUnknown', hashes: ['f'] });
    expect(refusal({ ...adopt, decidedOn: '2027-07-01' }, delivered)).toEqual({
      type: 'DecisionPrecedesDelivery',
      delivered: '2027-07-02',
    });
    expect(refusal({ ...adopt, decidedOn: '2027-07-07' }, delivered)).toEqual({ type: 'DateIsAhead', today: '2027-07-06' });
    expect(refusal({ ...adopt, by: officer }, delivered)).toMatchObject({ type: 'RoleIsMissing' });
    const adopted = after(request, accept, assign, free, offer, deliver, adopt);
    expect(refusal({ ...check, by: { ...verifier, person: 'cho' } }, adopted)).toEqual({ type: 'ByTheSamePerson', person: 'cho' });
    expect(refusal(check, adopted)).toEqual(['AdoptionChecked']);
    const back = does('ReturnAdoption', verifier, { note: 'txt_w' });
    expect(after(request, accept, assign, free, offer, deliver, adopt, back)).toMatchObject({ status: 'delivered', adoption: undefined });
  });

  test('is asked after twelve and twenty-four months what came of it', () => {
    const checked = after(request, accept, assign, free, offer, deliver, adopt, check);
    const tell = (at: string) => does('TellOutcomeOfAdoption', officer, { afterAdoption: 'works', note: `txt_${at.slice(0, 4)}`, now: at });
    expect(refusal(tell('2028-07-04T03:00:00.000Z'), checked)).toEqual({ type: 'TooEarly', from: '2028-07-05' });
    const told = [request, accept, assign, free, offer, deliver, adopt, check, tell('2028-07-05T03:00:00.000Z')];
    expect(refusal(tell('2028-12-01T03:00:00.000Z'), after(...told))).toEqual([]);
    expect(refusal(tell('2029-07-04T03:00:00.000Z'), after(...told))).toEqual({ type: 'TooEarly', from: '2029-07-05' });
    expect(after(...told, tell('2029-07-05T03:00:00.000Z'))).toMatchObject({
      status: 'closed',
      outcomes: [{ months: 12 }, { months: 24 }],
    });
  });
});

test('who reads what: a comment within the city leaves it in no answer', () => {
  const state = after(
    request,
    accept,
    assign,
    free,
    offer,
    open,
    say('internal', officer),
    say('partner', secretary),
    say('public', resident),
  );
  const message = requestMessage('req_a', { state, version: 1 });
  if (!message) throw new Error('there is a request');
  const seenBy = (by: Actor, at = now) => JSON.stringify(requestFor(by, message, at));
  for (const reader of [secretary, approver, verifier, expert, resident, actor('au', 'secretariat', 'auditor')])
    expect(seenBy(reader)).not.toContain('txt_hana');
  for (const reader of [officer, certifier]) expect(seenBy(reader)).toContain('txt_hana');
  for (const reader of [officer, secretary, expert]) expect(seenBy(reader)).toContain('txt_mika');
  expect(seenBy(resident)).not.toContain('txt_mika');
  expect(seenBy(actor('other', 'ptn_a', 'programme.expert'))).not.toContain('txt_mika');
  expect(seenBy(resident)).toContain('Households pay');
  expect(seenBy(resident, afterWindow)).not.toContain('Households pay');
  expect(seenBy(resident)).not.toContain('eri');
  expect(seenBy(resident)).toContain('txt_rin');
});

test('what is internal is nobody’s work: no row tells of it', () => {
  const before = after(request, accept, assign, free, offer);
  const said = after(request, accept, assign, free, offer, say('internal', officer));
  if (before.status === 'absent' || said.status === 'absent') throw new Error('there is a request');
  const contract = { bodies: {}, roles: { offerDraft: ['programme.expert'], deliverDraft: ['programme.expert'] } } as const;
  expect(requestActs.waits(said, now, contract)).toEqual(requestActs.waits(before, now, contract));
});

test('an adoption is recorded where it was delivered in the night of the city, which is the day before elsewhere', () => {
  const night = '2027-07-02T20:00:00.000Z';
  const delivered = after(request, accept, assign, free, offer, { ...deliver, now: night });
  if (delivered.status === 'absent') throw new Error('there is a request');
  const may = requestActs.permissions(delivered, { now: night }, BODIES, certifier);
  expect(may.find(({ operation }) => operation === 'recordAdoption')).toMatchObject({ answer: 'allowed' });
});

test('a wording is so far from its template: kept, changed, new and gone', () => {
  const template = ['Households pay by the bag.', 'Fines begin at once for all.', 'Shops are free.'];
  const wording = ['Households  pay by the bag.', 'Fines begin after six months for all.', 'Ten bags a month are free for those in need.'];
  expect(distanceBetween(template, wording)).toEqual({ kept: 1, changed: 1, added: 1, removed: 1 });
  expect(distanceBetween(template, template.toReversed())).toEqual({ kept: 3, changed: 0, added: 0, removed: 0 });
  expect(distanceBetween([], ['One.'])).toEqual({ kept: 0, changed: 0, added: 1, removed: 0 });
});
