import { LOAN, usd } from '../actors.ts';
import { at, type Case } from './case.ts';
import { nobodys, offerOf, type World } from './world.ts';

const onOffer = (w: World, step: string): string => `/fundings/${w.funding}/offers/${w.offer}/${step}`;
const onMilestone = (w: World, step: string): string => `/milestones/${w.milestone.id}/${step}`;
const measure = (w: World, change: object) =>
  w.post(w.as.secretary, `/agreements/${w.agreement.id}/measures`, { kind: 'suspension', note: 'why', ...change });
const amendment = (w: World, change: object) => measure(w, { kind: 'amendment', changes: [{ tranche: 1, ...change }] });
const HASH = '0'.repeat(64);

/** An offer on terms that are no terms. */
const lent = (w: World, loan: object, financing: object = {}) =>
  w.post(
    w.as.lender,
    `/fundings/${w.funding}/offers`,
    offerOf(w, { financing: { ...LOAN, loan: { ...LOAN.loan, ...loan }, ...financing } }),
  );

export const VARIANTS: Case[] = [
  at(
    'an offer of no instrument',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { financing: {} })),
    '/financing/instrument',
  ),
  at('an offer by a strange instrument', (w) => lent(w, {}, { instrument: 'lottery' }), '/financing/instrument'),
  at('a loan below nothing', (w) => lent(w, { percent: '-1' }), '/financing/loan/percent'),
  at('a loan at a rate of too many places', (w) => lent(w, { percent: '1.1234567' }), '/financing/loan/percent'),
  at('a loan beyond the whole', (w) => lent(w, { percent: '100.000001' }), '/financing/loan/percent'),
  at('a loan for no time', (w) => lent(w, { tenorMonths: 0 }), '/financing/loan/tenorMonths'),
  at('a loan for a century', (w) => lent(w, { tenorMonths: 1200 }), '/financing/loan/tenorMonths'),
  at(
    'a condition without words',
    (w) => lent(w, {}, { conditions: [{ title: ' ', phase: 'precedent', kind: 'policy' }] }),
    '/financing/conditions/0/title',
  ),
  ['a grant with the terms of a loan', (w) => lent(w, {}, { instrument: 'grant' }), 422, 'loan-terms-do-not-fit', '/financing/loan'],
  ['a loan that is never repaid', (w) => lent(w, { graceMonths: 240 }), 422, 'grace-is-too-long', '/financing/loan/graceMonths'],
  at(
    'a counter-offer to terms by no number',
    (w) => w.post(w.as.officer, onOffer(w, 'counter'), { terms: '1', amount: usd('300.00') }),
    '/terms',
  ),
  at('a counter-offer without an amount', (w) => w.post(w.as.officer, onOffer(w, 'counter'), { terms: 1 }), '/amount'),
  at(
    'a counter-offer below nothing',
    (w) => w.post(w.as.officer, onOffer(w, 'counter'), { terms: 1, amount: usd('-5.00') }),
    '/amount/amount',
  ),
  [
    'a counter-offer in another currency',
    (w) => w.post(w.as.officer, onOffer(w, 'counter'), { terms: 1, amount: { amount: '300', currency: 'JPY' } }),
    422,
    'wrong-currency',
    '/amount/currency',
  ],
  [
    'a counter-offer to an offer that nobody made',
    (w) => w.post(w.as.officer, `/fundings/${w.funding}/offers/${nobodys('off')}/counter`, { terms: 1, amount: usd('300.00') }),
    404,
    'offer-not-found',
  ],
  at('the acceptance of terms beyond what fits', (w) => w.post(w.as.officer, onOffer(w, 'acceptance'), { terms: 2 ** 40 }), '/terms'),
  at('a withdrawal without a word', (w) => w.post(w.as.lender, onOffer(w, 'withdrawal')), '/note'),
  at('a withdrawal with blanks for a word', (w) => w.post(w.as.officer, `/projects/${w.draft}/withdrawal`, { note: '   ' }), '/note'),
  at(
    'a refusal of a project with a word that is too long',
    (w) => w.post(w.as.secretary, `/projects/${w.draft}/refusal`, { note: 'x'.repeat(4_001) }),
    '/note',
  ),
  at(
    'an ineligibility without reasons',
    (w) => w.post(w.as.secretary, `/projects/${w.submitted}/ineligibility`, { reasons: [] }),
    '/reasons',
  ),
  at('a measure of an unknown kind', (w) => measure(w, { kind: 'forgiveness' }), '/kind'),
  at('an amendment with a date that is none', (w) => amendment(w, { dueOn: '2027-02-30' }), '/changes/0/dueOn'),
  at('an amendment with a moment for a date', (w) => amendment(w, { dueOn: '2027-02-03T00:00:00Z' }), '/changes/0/dueOn'),
  at('an amendment of tranche nought', (w) => amendment(w, { tranche: 0 }), '/changes/0/tranche'),
  at('an amendment to less than nothing', (w) => amendment(w, { amount: usd('-1.00') }), '/changes/0/amount/amount'),
  [
    'an amendment of a tranche that there is not',
    (w) => amendment(w, { tranche: 9, amount: usd('1.00') }),
    422,
    'tranche-is-unknown',
    '/changes/0/tranche',
  ],
  ['an amendment that changes nothing', (w) => amendment(w, {}), 422, 'changes-are-missing', '/changes'],
  [
    'an amendment to a day that is over',
    (w) => amendment(w, { dueOn: '2001-01-01' }),
    422,
    'date-is-not-in-the-future',
    '/changes/0/dueOn',
  ],
  at(
    'the approval of a measure by a name',
    (w) => w.post(w.as.board, `/agreements/${w.agreement.id}/measures/first/approval`),
    '#params/number',
  ),
  at(
    'the approval of a measure by another spelling of its number',
    (w) => w.post(w.as.board, `/agreements/${w.agreement.id}/measures/1e0/approval`),
    '#params/number',
  ),
  [
    'the approval of a measure that nobody proposed',
    (w) => w.post(w.as.board, `/agreements/${w.agreement.id}/measures/7/approval`),
    404,
    'measure-is-unknown',
  ],
  at(
    'a waiver of which nothing becomes',
    (w) => w.post(w.as.secretary, onMilestone(w, 'waivers'), { rest: 'forgotten', note: 'why' }),
    '/rest',
  ),
  at(
    'the refusal of a waiver by a fraction',
    (w) => w.post(w.as.secretary, onMilestone(w, 'waivers/1.5/refusal'), { note: 'no' }),
    '#params/number',
  ),
  at(
    'a verdict of more than all',
    (w) => w.post(w.as.verifier, onMilestone(w, 'verification'), { report: 1, payableBasisPoints: 10_001 }),
    '/payableBasisPoints',
  ),
  at(
    'a verdict of nothing',
    (w) => w.post(w.as.verifier, onMilestone(w, 'verification'), { report: 1, payableBasisPoints: 0 }),
    '/payableBasisPoints',
  ),
  at(
    'a verdict in per cent with a fraction',
    (w) => w.post(w.as.verifier, onMilestone(w, 'verification'), { report: 1, payableBasisPoints: 33.3 }),
    '/payableBasisPoints',
  ),
  [
    'a partial verdict without a word of the rest',
    (w) => w.post(w.as.verifier, onMilestone(w, 'verification'), { report: 1, payableBasisPoints: 5_000, note: 'half' }),
    422,
    'field-is-invalid',
    '/rest',
  ],
  at(
    'a verdict that a milestone is not met, without a report',
    (w) => w.post(w.as.verifier, onMilestone(w, 'rejection'), { rest: 'cancelled', note: 'no' }),
    '/report',
  ),
  at(
    'a report whose evidence is no hash',
    (w) => w.post(w.as.officer, onMilestone(w, 'reports'), { evidence: ['photo.jpg'] }),
    '/evidence/0',
  ),
  at(
    'a report whose indicator is no number',
    (w) => w.post(w.as.officer, onMilestone(w, 'reports'), { evidence: [HASH], indicators: [{ code: 'co2', value: 'much' }] }),
    '/indicators/0/value',
  ),
  [
    'a report with evidence that nobody uploaded',
    (w) => w.post(w.as.officer, onMilestone(w, 'reports'), { evidence: [HASH] }),
    422,
    'evidence-is-unknown',
    '/evidence',
  ],
  at('a declined signature without a word', (w) => w.post(w.as.mayor, `/agreements/${w.agreement.id}/declined-signatures`), '/note'),
  at(
    'a signature under no content',
    (w) => w.post(w.as.mayor, `/agreements/${w.agreement.id}/signatures`, { contentHash: 'yes' }),
    '/contentHash',
  ),
  [
    'a signature under another content',
    (w) => w.post(w.as.mayor, `/agreements/${w.agreement.id}/signatures`, { contentHash: HASH }),
    409,
    'content-changed',
    '/contentHash',
  ],
  at(
    'a payment of a tranche by its name',
    (w) => w.post(w.as.maker, `/agreements/${w.agreement.id}/payments`, { tranche: 'first', sponsor: w.lender.sponsor }),
    '/tranche',
  ),
  at(
    'a settlement on a day that is none',
    (w) =>
      w.post(w.as.maker, `/agreements/${w.agreement.id}/payments/${nobodys('pay')}/settlement`, {
        bankReference: 'B-1',
        valueDate: '2026-02-30',
        document: 'a'.repeat(64),
      }),
    '/valueDate',
  ),
  at(
    'a confirmation of no report',
    (w) => w.post(w.as.checker, `/agreements/${w.agreement.id}/payments/${nobodys('pay')}/confirmation`),
    '/report',
  ),
  at(
    'an objection without a word',
    (w) => w.post(w.as.checker, `/agreements/${w.agreement.id}/payments/${nobodys('pay')}/objection`, { report: 1 }),
    '/note',
  ),
  at(
    'a failed payment without a word',
    (w) => w.post(w.as.maker, `/agreements/${w.agreement.id}/payments/${nobodys('pay')}/failure`),
    '/note',
  ),
  at(
    'an offer until a day that is none',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { validUntil: '2027-13-01' })),
    '/validUntil',
  ),
  [
    'an offer until a day that is over',
    (w) => w.post(w.as.lender, `/fundings/${w.funding}/offers`, offerOf(w, { validUntil: '2001-01-01' })),
    422,
    'offer-ends-in-the-past',
    '/validUntil',
  ],
  at('time that goes on to no moment', (w) => w.post(w.as.operator, '/clock/advance', { to: 'tomorrow' }), '/to'),
  at(
    'time that goes on to a moment of another zone',
    (w) => w.post(w.as.operator, '/clock/advance', { to: '2027-01-01T00:00:00+09:00' }),
    '/to',
  ),
  at('time that goes on to a month that is none', (w) => w.post(w.as.operator, '/clock/advance', { to: '2027-13-01T00:00:00Z' }), '/to'),
  [
    'time that goes on beyond what is pending',
    async (w) => {
      // A person who acted for the first time is still being announced.
      await w.get('/clock?wait=5', w.as.operator);
      return w.post(w.as.operator, '/clock/advance', { to: '2999-01-01T00:00:00Z' });
    },
    409,
    'deadline-would-be-passed',
    '/to',
  ],
  [
    'time that goes back',
    (w) => w.post(w.as.operator, '/clock/advance', { to: '2001-01-01T00:00:00Z' }),
    409,
    'clock-only-moves-forward',
    '/to',
  ],
];
