import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  allSigned,
  approve,
  BANK,
  bankApprover,
  certifier,
  checker,
  draft,
  end,
  FUND,
  fundApprover,
  given,
  HASH,
  instruct,
  maker,
  met,
  money,
  NOW,
  paymentOf,
  refused,
  request,
  settled,
  share,
  sign,
  terms,
  tranche,
} from './agreement.fixture.ts';
import { decide, evolve } from './agreement.ts';
import type { Command, Event } from './agreement-faces.ts';
import type { State } from './agreement-state.ts';

const after = (...commands: readonly Command[]): State => acceptedOn(given(), ...commands);

describe('an agreement is drafted once, with every cell', () => {
  test('shares and tranches become cells that sum to both, each with its payment', () => {
    const decision = decide(draft(), given());
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'AgreementDrafted', project: 'prj_p', contentHash: HASH, signingDue: '2027-04-30T23:59:59.999Z' }],
    });
    const [event] = decision.ok ? decision.events : [];
    expect(
      event?.type === 'AgreementDrafted' && event.cells.map((cell) => [cell.tranche, cell.sponsor, cell.amount.amount, cell.payment]),
    ).toEqual([
      [1, FUND, 45n, paymentOf(1, FUND)],
      [1, BANK, 15n, paymentOf(1, BANK)],
      [2, FUND, 30n, paymentOf(2, FUND)],
      [2, BANK, 10n, paymentOf(2, BANK)],
      [3, FUND, 0n, paymentOf(3, FUND)],
      [3, BANK, 0n, paymentOf(3, BANK)],
    ]);
  });

  test('the same content again changes nothing, also when it is signed; other content is refused', () => {
    expect(decide(draft(), after(draft()))).toEqual(nothing);
    expect(decide(draft(), after(...allSigned))).toEqual(nothing);
    expect(decide(draft({}, 'another'), after(draft()))).toEqual(refused('AgreementIsDrafted', { contentHash: HASH }));
  });

  test('only the workflow drafts', () => {
    expect(decide({ ...draft(), by: maker }, given())).toEqual(refused('RoleIsMissing', { needed: ['system.workflow'] }));
  });

  test.each([
    ['SharesAreMissing', { shares: [] }, {}],
    ['TranchesAreMissing', { tranches: [] }, {}],
    ['SponsorSharesTwice', { shares: [share(FUND, 50n), { ...share(FUND, 50n), offer: 'off_2' as const }] }, { sponsor: FUND }],
    [
      'OfferIsSharedTwice',
      { shares: [share(FUND, 50n), { ...share(BANK, 50n), offer: `off_${FUND}` as const }] },
      { offer: `off_${FUND}` },
    ],
    ['ShareIsNotPositive', { shares: [share(FUND, 100n), share(BANK, 0n)] }, { sponsor: BANK, amount: 0n, currency: 'USD' }],
    ['TranchesAreNotNumbered', { tranches: [tranche(1, 60n), tranche(3, 40n)] }, { numbers: [1, 3] }],
    ['TrancheIsNegative', { tranches: [tranche(1, 110n), tranche(2, -10n)] }, { tranche: 2, amount: -10n, currency: 'USD' }],
    ['CurrenciesDiffer', { tranches: [{ ...tranche(1, 100n), amount: money(100n, 'IDR') }] }, { currencies: ['USD', 'IDR'] }],
    ['SharesAndTranchesDiffer', { tranches: [tranche(1, 99n)] }, { shares: 100n, tranches: 99n, currency: 'USD' }],
  ])('terms for which %s are refused', (type, over, data) => {
    expect(decide(draft(over), given())).toEqual(refused(type, data));
  });

  test('a payment too few or too many is a bug of the caller', () => {
    expect(() => decide({ ...draft(), payments: [] }, given())).toThrow('6 cells need as many payments');
  });
});

describe('an agreement becomes effective when every party has signed its content', () => {
  test('the last signature makes it effective and books every share as committed', () => {
    const state = after(draft(), sign(FUND, fundApprover), sign('org_city', certifier));
    expect(decide(sign(BANK, bankApprover), state)).toEqual({
      ok: true,
      events: [
        { type: 'AgreementSigned', party: BANK, contentHash: HASH, at: NOW, by: 'bank-approver' },
        {
          type: 'AgreementBecameEffective',
          at: NOW,
          entry: {
            id: `${AGREEMENT}/effective`,
            postings: [
              { account: `sponsor/${FUND}/commitment`, money: money(-75n) },
              { account: `agreement/${AGREEMENT}/undisbursed/${FUND}`, money: money(75n) },
              { account: `sponsor/${BANK}/commitment`, money: money(-25n) },
              { account: `agreement/${AGREEMENT}/undisbursed/${BANK}`, money: money(25n) },
            ],
          },
        },
      ],
    });
  });

  test('a party that signs again changes nothing, before and after the others have signed', () => {
    expect(decide(sign(FUND, fundApprover), after(draft(), sign(FUND, fundApprover)))).toEqual(nothing);
    expect(decide(sign(FUND, fundApprover), after(...allSigned))).toEqual(nothing);
  });

  test.each([
    ['an agreement that is not there', sign(FUND, fundApprover), given(), refused('AgreementIsUnknown')],
    ['who is no party', sign('spo_other', actor('p', 'spo_other', 'sponsor.approver')), after(draft()), refused('AgreementIsUnknown')],
    [
      'for a sponsor without its role',
      sign(FUND, actor('p', FUND, 'sponsor.officer')),
      after(draft()),
      refused('RoleIsMissing', { needed: ['sponsor.approver'] }),
    ],
    [
      'for the proposer without its role',
      sign('org_city', actor('p', 'org_city', 'proposer.officer')),
      after(draft()),
      refused('RoleIsMissing', { needed: ['proposer.certifier'] }),
    ],
    ['for another organisation', sign(FUND, bankApprover), after(draft()), refused('WrongOrganisation', { kind: 'sponsor', actual: BANK })],
    ['other content', sign(FUND, fundApprover, 'another'), after(draft()), refused('ContentChanged', { contentHash: HASH })],
  ])('a signature is refused: %s', (_why, command, state, refusal) => {
    expect(decide(command, state)).toEqual(refusal);
  });
});

describe('an agreement ends when all its money is paid', () => {
  const cells = [1, 2].flatMap((number) => [FUND, BANK].map((sponsor) => ({ number, sponsor, payment: paymentOf(number, sponsor) })));
  const paying = cells.flatMap(({ number, sponsor, payment }) => [
    request({ tranche: number, sponsor, milestone: met(number) }),
    approve(checker, payment),
    instruct(maker, payment),
    ...settled({ payment, bankReference: payment.replaceAll('_', '-') }),
  ]);

  test('when every cell with money is settled it ends with the sum paid; a repeat changes nothing', () => {
    expect(decide(end, after(...allSigned, ...paying))).toEqual({ ok: true, events: [{ type: 'AgreementEnded', paid: money(100n) }] });
    expect(decide(end, after(...allSigned, ...paying, end))).toEqual(nothing);
  });

  test('while a payment is open it does not end', () => {
    expect(decide(end, after(...allSigned, ...paying.slice(0, -1)))).toEqual(
      refused('PaymentsAreOpen', { payments: [paymentOf(2, BANK)] }),
    );
  });

  test('an ended agreement takes no new order', () => {
    const other = actor('other-maker', 'secretariat', 'finance.maker');
    expect(decide(request({ by: other }), after(...allSigned, ...paying, end))).toEqual(
      refused('CellHasAnOrder', { payment: paymentOf(1, FUND), status: 'settled' }),
    );
  });

  test.each([
    ['by anyone but the workflow', { ...end, by: maker }, after(...allSigned), refused('RoleIsMissing', { needed: ['system.workflow'] })],
    ['one that is not there', end, given(), refused('AgreementIsUnknown')],
    ['a draft', end, after(draft()), refused('AgreementIsNotEffective', { status: 'draft' })],
  ])('an agreement is not ended: %s', (_why, command, state, refusal) => {
    expect(decide(command, state)).toEqual(refusal);
  });
});

test('a history that no decider wrote is met with an error', () => {
  const drafted: Event = { type: 'AgreementDrafted', ...terms, cells: [], contentHash: HASH, signingDue: NOW, conversions: [] };
  const settled: Event = {
    type: 'PaymentSettled',
    payment: 'pay_x',
    milestone: 'mst_1',
    bankReference: 'B',
    valueDate: '2027-01-01',
    at: NOW,
    by: 'p',
    entry: { id: 'e', postings: [] },
    report: 1,
    reportedBy: 'q',
  };
  expect(() => given({ type: 'AgreementEnded', paid: money(0n) })).toThrow('AgreementEnded met what is absent');
  expect(() => given(drafted, settled)).toThrow('PaymentSettled met what is draft');
  expect(() => evolve(after(...allSigned), settled)).toThrow('PaymentSettled met what is absent');
  expect(() => evolve(after(...allSigned), { type: 'AgreementSigned', party: FUND, contentHash: HASH, at: NOW, by: 'p' })).toThrow(
    'AgreementSigned met what is effective',
  );
});

test('nobody signs for two parties, and who prepared the proposal does not sign for its proposer', () => {
  const drafted = after(draft());
  const both = actor('fund-approver', BANK, 'sponsor.approver');
  const half = after(draft(), sign(FUND, fundApprover));
  expect(decide(sign(BANK, both), half)).toEqual(refused('PersonActsForAnother', { person: 'fund-approver' }));
  const drafter = actor('drafter', 'org_city', 'proposer.certifier');
  expect(decide(sign('org_city', drafter), drafted)).toEqual(refused('PreparedByTheSamePerson', { person: 'drafter' }));
  expect(decide(sign(FUND, actor('drafter', FUND, 'sponsor.approver')), drafted)).toMatchObject({ ok: true });
});
