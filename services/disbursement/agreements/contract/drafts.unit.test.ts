import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  allSigned,
  BANK,
  bankApprover,
  certifier,
  draft,
  effective,
  FUND,
  fundApprover,
  money,
  officer,
  refused,
  share,
  sign,
  terms,
  workflow,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { initial } from '../agreement-state.ts';

const decline = (party: string, by = bankApprover): Command => ({ type: 'DeclineSignature', party, note: 'txt_no', by });
const voidDraft: Command = { type: 'VoidAgreement', because: 'round-reopened', by: workflow };
const drafted = acceptedOn(initial, draft());

describe('a party that will not sign', () => {
  test('makes the draft void, and nobody is bound', () => {
    const state = acceptedOn(drafted, sign('org_city', certifier), decline(BANK));
    expect(state).toMatchObject({ status: 'void', declinedBy: BANK, because: 'signature-declined' });
    expect(decide(decline(BANK), state)).toEqual(nothing);
    expect(decide(sign(FUND, fundApprover), state)).toEqual(refused('AgreementIsNotADraft', { status: 'void' }));
  });

  test('says so by its own certifier or approver, before the agreement is effective', () => {
    expect(decide(decline(BANK, fundApprover), drafted)).toMatchObject(refused('WrongOrganisation'));
    expect(decide(decline('org_city', officer), drafted)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(decline('spo_other'), drafted)).toEqual(refused('AgreementIsUnknown'));
    expect(decide(decline(BANK), effective())).toEqual(refused('AgreementIsNotADraft', { status: 'effective' }));
  });
});

test('a void draft is drafted again, also with other shares, and signed from the start', () => {
  const void_ = acceptedOn(drafted, sign('org_city', certifier), voidDraft);
  expect(decide(voidDraft, void_)).toEqual(nothing);
  expect(decide(voidDraft, effective())).toEqual(refused('AgreementIsNotADraft', { status: 'effective' }));
  const again = acceptedOn(void_, draft({ shares: [share(FUND, 100n)] }, 'another-hash'));
  expect(again).toMatchObject({ status: 'draft', draft: 2, signatures: [], contentHash: 'another-hash' });
  expect(acceptedOn(again, sign('org_city', certifier, 'another-hash'), sign(FUND, fundApprover, 'another-hash'))).toMatchObject({
    status: 'effective',
  });
});

test('several offers of one sponsor are parts of its one share', () => {
  const part = (offer: `off_${string}`, amount: bigint) => ({
    offer,
    envelope: 'env_e' as const,
    amount: money(amount),
    financing: undefined,
  });
  const parted = (...parts: readonly ReturnType<typeof part>[]) => draft({ shares: [{ ...share(FUND, 75n), parts }, share(BANK, 25n)] });
  expect(decide(parted(part('off_1', 40n), part('off_2', 35n)), initial)).toMatchObject({ ok: true });
  expect(decide(parted(part('off_1', 40n), part('off_2', 34n)), initial)).toEqual(
    refused('PartsDifferFromShare', { sponsor: FUND, share: 75n, parts: 74n, currency: 'USD' }),
  );
  expect(decide(parted(part('off_1', 40n), part('off_1', 35n)), initial)).toEqual(refused('OfferIsSharedTwice', { offer: 'off_1' }));
  expect([AGREEMENT, terms.shares.length, allSigned.length]).toEqual(['agr_a', 2, 4]);
});
