import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approve,
  approveMeasure,
  approvers,
  BANK,
  effective,
  eventsOf,
  FUND,
  instruct,
  money,
  propose,
  refused,
  request,
  settled,
  terms,
  verdict,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import type { AmendmentKind } from './measure.ts';

const ALL = ['secretariat', 'org_city', FUND, BANK];
const date = { tranche: 2, dueOn: '2029-06-30', amount: undefined };
const amountOf = (amount: bigint) => ({ tranche: 1, dueOn: '', amount: money(amount) });
const [first] = terms.shares;
const offer = first?.offer ?? 'off_';
const grant: FinancialTerms = {
  instrument: 'grant',
  loan: undefined,
  guarantee: undefined,
  security: 'A pledge',
  advances: false,
  retentionPercent: '',
  conditions: [],
  inKind: undefined,
};
const asked = (
  over: Partial<Omit<ReturnType<typeof propose>, 'amendment' | 'financing'>> & { amendment?: AmendmentKind; financing?: object[] },
) => ({ ...propose('amendment'), ...over }) as ReturnType<typeof propose>;
const measureOf = (state: State) => ('measures' in state ? state.measures[0] : undefined);

describe('an amendment is of the kind that its changes make it', () => {
  test.each([
    ['a date', { changes: [date] }, 'no-cost-extension'],
    ['a fifth of the money', { changes: [amountOf(40n)] }, 'budget-up-to-20'],
    ['more than a fifth', { changes: [amountOf(39n)] }, 'budget-over-20'],
    ['the terms of an offer', { financing: [{ offer, financing: grant }] }, 'terms'],
    ['words alone', { provisions: 'The site is the harbour.' }, 'other'],
  ])('%s', (_, over, amendment) => {
    expect(measureOf(effective(asked(over)))).toMatchObject({ amendment });
  });

  test.each([
    ['a small budget', 'budget-over-20', { changes: [amountOf(40n)] }, 'budget-up-to-20'],
    ['a great budget', 'budget-up-to-20', { changes: [amountOf(39n)] }, 'budget-over-20'],
    ['a budget', 'error', { changes: [amountOf(59n)], provisions: 'A slip.' }, 'budget-up-to-20'],
    ['a date', 'error', { changes: [date], provisions: 'A slip.' }, 'no-cost-extension'],
    ['a budget', 'no-cost-extension', { changes: [amountOf(59n)] }, 'budget-up-to-20'],
    ['words', 'no-cost-extension', { provisions: 'More time.' }, 'other'],
    ['terms', 'results', { financing: [{ offer, financing: grant }], provisions: 'x' }, 'terms'],
    ['words', 'terms', { provisions: 'Another rate.' }, 'other'],
  ] as const)('%s is no %s', (_, amendment, over, fits) => {
    expect(decide(asked({ amendment, ...over } as never), effective())).toMatchObject(refused('AmendmentDoesNotFit', { amendment, fits }));
  });

  test.each(['error', 'results', 'other'] as const)('%s says in words what is agreed on', (amendment) => {
    const refusal = amendment === 'error' ? refused('ChangesAreMissing') : refused('ProvisionsAreMissing', { amendment });
    const changes = amendment === 'error' ? [] : [date];
    expect(decide(asked({ amendment, changes }), effective())).toEqual(refusal);
  });
});

describe('amendments of the budget are measured together since the signature', () => {
  /** Takes so much from the first tranche of 60, with the consent of whom it needs. */
  const amended = (measure: number, from: State, amount: bigint): State => {
    const proposed = acceptedOn(from, asked({ changes: [amountOf(amount)] }));
    const needed = 'measures' in proposed ? (proposed.measures[measure - 1]?.needed ?? []) : [];
    return acceptedOn(
      proposed,
      ...approvers.filter(({ organisation }) => needed.includes(organisation)).map((by) => approveMeasure(measure, by)),
    );
  };
  const kindOf = (measure: number, state: State) => ('measures' in state ? state.measures[measure - 1]?.amendment : undefined);

  test('a second one of a tenth is of all parties, where the first has moved a fifth; also where it gives back what that took', () => {
    const once = amended(1, effective(), 40n);
    expect(once).toMatchObject({ moved: { more: 0n, less: 20n } });
    expect(kindOf(1, once)).toBe('budget-up-to-20');
    const again = acceptedOn(once, asked({ changes: [amountOf(32n)] }));
    expect(kindOf(2, again)).toBe('budget-over-20');
    expect('measures' in again && again.measures[1]?.needed).toEqual(ALL);
    expect(decide(asked({ amendment: 'budget-up-to-20', changes: [amountOf(32n)] }), once)).toEqual(
      refused('AmendmentDoesNotFit', { amendment: 'budget-up-to-20', fits: 'budget-over-20', moved: 28n, currency: 'USD' }),
    );
  });

  test('those that come to a fifth together are of those whose money they move; each says what all have moved', () => {
    const once = amended(1, effective(), 52n);
    const again = asked({ changes: [amountOf(43n)] });
    expect(kindOf(2, acceptedOn(once, again))).toBe('budget-up-to-20');
    expect(amended(2, once, 43n)).toMatchObject({ moved: { more: 0n, less: 17n } });
    const nearly = acceptedOn(once, again, ...approvers.slice(0, 3).map((by) => approveMeasure(2, by)));
    expect(eventsOf(approveMeasure(2, approvers[3]), nearly)[1]).toMatchObject({ type: 'AgreementAmended', moved: money(17n) });
  });

  test('what a verdict takes or carries is no amendment', () => {
    const carried = effective(verdict({ tranche: 1, bps: 5_000, rest: 'carried' }));
    expect(carried).toMatchObject({ moved: { more: 0n, less: 0n } });
  });
});

describe('an amendment needs', () => {
  test.each([
    ['the proposer, for an error in words', { amendment: 'error', provisions: 'The name is Minato.' }, ['secretariat', 'org_city']],
    ['whose money moves, for a small budget', { changes: [amountOf(59n)] }, ['secretariat', 'org_city', FUND]],
    ['all parties, for results', { amendment: 'results', provisions: '40 t a day in the place of 50.' }, ALL],
    ['all parties, for terms', { financing: [{ offer, financing: grant }] }, ALL],
    ['all parties, for anything else', { provisions: 'The site is the harbour.' }, ALL],
    [
      'who proposes it as well',
      { amendment: 'error', provisions: 'x', by: actor('b', BANK, 'sponsor.officer') },
      ['secretariat', BANK, 'org_city'],
    ],
  ] as const)('%s', (_, over, needed) => {
    expect(measureOf(effective(asked(over as never)))?.needed).toEqual(needed);
  });

  test('the consent of those whose money a verdict has brought into it since', () => {
    // Nothing of tranche 3 belongs to anybody before the remainder of tranche 1 is carried there.
    const proposed = effective(asked({ changes: [{ ...date, tranche: 3 }] }));
    expect(measureOf(proposed)?.needed).toEqual(['secretariat', 'org_city']);
    const carried = acceptedOn(
      proposed,
      verdict({ tranche: 1, bps: 5_000, rest: 'carried' }),
      verdict({ tranche: 2, bps: 5_000, rest: 'carried' }),
    );
    expect(decide(approveMeasure(1), carried)).toEqual(refused('ConsentIsMissing', { parties: [FUND, BANK] }));
  });
});

describe('terms of an offer', () => {
  const amended = (over: Parameters<typeof asked>[0]) =>
    acceptedOn(effective(), asked(over), ...approvers.map((by) => approveMeasure(1, by)));

  test('are carried over from the last approval, and are part of the hash', () => {
    const after = amended({ financing: [{ offer, financing: grant }] });
    expect(after).toMatchObject({ shares: [{ offer, financing: grant }, {}] });
    const other = amended({ financing: [{ offer, financing: { ...grant, security: 'None' } }] });
    const hashOf = (state: State) => ('amendedHash' in state ? state.amendedHash : '');
    expect(hashOf(after)).toContain('A pledge');
    expect(hashOf(after)).not.toBe(hashOf(other));
    expect(hashOf(amended({ provisions: 'The site is the harbour.' }))).toContain('The site is the harbour.');
  });

  test.each([
    ['of no offer of it', [{ offer: 'off_other', financing: grant }], 'OfferIsNotOfTheAgreement'],
    [
      'of one offer twice',
      [
        { offer, financing: grant },
        { offer, financing: grant },
      ],
      'OfferIsChangedTwice',
    ],
    ['that do not fit together', [{ offer, financing: { ...grant, instrument: 'loan' } }], 'LoanTermsDoNotFit'],
    [
      'with conditions that nobody had',
      [{ offer, financing: { ...grant, conditions: [{ title: 'x', phase: 'precedent', kind: 'policy' }] } }],
      'ConditionsAreFixed',
    ],
  ])('%s are refused', (_, financing, type) => {
    expect(decide(asked({ financing }), effective())).toMatchObject(refused(type));
  });

  test('change while money is under way, for what is paid after it', () => {
    const paying = effective(request(), approve(), instruct(), asked({ financing: [{ offer, financing: grant }] }));
    expect(acceptedOn(paying, ...approvers.map((by) => approveMeasure(1, by)), ...settled())).toMatchObject({
      shares: [{ financing: grant }, {}],
    });
  });
});
