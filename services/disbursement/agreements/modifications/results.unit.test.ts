import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import { acceptedOn, approveMeasure, approvers, BANK, effective, FUND, propose, refused } from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import type { Promised, ProposeMeasure } from './measure-commands.ts';

const targets = [
  { code: 'tonnes', target: '1200' },
  { code: 'jobs', target: '30' },
];
const promise = (over: Partial<Promised> = {}): Promised => ({ tranche: 2, status: 'scheduled', isOpen: true, targets, ...over });
const lower = { tranche: 2, code: 'tonnes', target: '900' };
const asked = (over: Partial<ProposeMeasure> = {}): ProposeMeasure => ({
  ...propose('amendment'),
  results: [lower],
  promised: [promise()],
  ...over,
});
const approved = (state: State, promised: readonly Promised[] = [promise()]): State =>
  acceptedOn(state, ...approvers.map((by) => ({ ...approveMeasure(1, by), promised })));

describe('an amendment of results', () => {
  test('is described by its changes, says what was promised before, and has the consent of all parties', () => {
    const proposed = effective(asked());
    const measure = { amendment: 'results', results: [{ ...lower, before: '1200' }], needed: ['secretariat', 'org_city', FUND, BANK] };
    expect(proposed).toMatchObject({ measures: [measure], results: [] });
    expect(decide(asked(), proposed)).toEqual(nothing);
  });

  test('is part of the content and of what is agreed on once all have approved it, and not before', () => {
    const proposed = effective(asked({ provisions: 'The harbour alone.' }));
    const [last, ...others] = approvers.toReversed();
    const waiting = acceptedOn(proposed, ...others.map((by) => ({ ...approveMeasure(1, by), promised: [promise()] })));
    expect(waiting).toMatchObject({ results: [] });
    const amended = acceptedOn(waiting, { ...approveMeasure(1, last), promised: [promise()] });
    expect(amended).toMatchObject({
      results: [{ ...lower, before: '1200', measure: 1 }],
      amendedHash: expect.stringMatching(
        /^hash of \["junkan.amended-agreement.3".*"The harbour alone\.",\[\[2,"tonnes","1200","900"\]\]\]$/,
      ),
    });
  });

  test('changes targets with dates, amounts and terms, and is of no other kind', () => {
    const changes = [{ tranche: 2, dueOn: '2029-06-30', amount: undefined }];
    expect(effective(asked({ changes }))).toMatchObject({ measures: [{ amendment: 'results' }] });
    for (const amendment of ['error', 'no-cost-extension', 'other'] as const)
      expect(decide(asked({ amendment, provisions: 'Less.' }), effective())).toEqual(
        refused('AmendmentDoesNotFit', { amendment, fits: 'results' }),
      );
    const suspension = { ...asked(), kind: 'suspension', cause: 'mutual' } as const;
    expect(decide(suspension, effective())).toEqual(refused('FieldIsOfAnotherKind', { kind: 'suspension', field: 'results' }));
  });

  test('is refused where the indicator is not promised, changed twice, or changed to what it is', () => {
    const of = { tranche: 2, code: 'tonnes' };
    expect(decide(asked({ results: [{ ...lower, tranche: 9 }] }), effective())).toEqual(refused('TrancheIsUnknown', { tranche: 9 }));
    const unknown = { ...lower, code: 'hectares' };
    expect(decide(asked({ results: [unknown] }), effective())).toEqual(
      refused('ResultIsNotPromised', { tranche: 2, code: 'hectares', promised: ['tonnes', 'jobs'] }),
    );
    expect(decide(asked({ results: [lower, { ...lower, target: '800' }] }), effective())).toEqual(refused('ResultIsChangedTwice', of));
    expect(decide(asked({ results: [{ ...lower, target: '1200' }] }), effective())).toEqual(
      refused('TargetIsUnchanged', { ...of, target: '1200' }),
    );
  });

  test('is refused once the milestone is reported, when it is proposed and when it is approved', () => {
    for (const status of ['submitted', 'verified']) {
      const reported = [promise({ status, isOpen: false })];
      const fault = refused('ResultIsReported', { tranche: 2, code: 'tonnes', status });
      expect(decide(asked({ promised: reported }), effective())).toEqual(fault);
      expect(decide({ ...approveMeasure(1), promised: reported }, effective(asked()))).toEqual(fault);
    }
    expect(approved(effective(asked()))).toMatchObject({ results: [{ target: '900' }] });
  });
});
