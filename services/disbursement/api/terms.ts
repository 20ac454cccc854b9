import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import type { DraftAgreementRequest } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Terms } from '../domain/agreement-state.ts';

export const termsOf = ({ project, round, funding, proposer, shares, tranches, conditions }: DraftAgreementRequest): Terms => ({
  project: idOf('prj', project, 'project'),
  round,
  funding: idOf('fnd', funding, 'funding'),
  proposer: idOf('org', proposer, 'proposer'),
  shares: shares.map((share, index) => ({
    sponsor: idOf('spo', share.sponsor, `shares[${index}].sponsor`),
    offer: idOf('off', share.offer, `shares[${index}].offer`),
    envelope: idOf('env', share.envelope, `shares[${index}].envelope`),
    amount: moneyOf(share.amount, `shares[${index}].amount`),
  })),
  tranches: tranches.map((tranche, index) => ({ ...tranche, amount: moneyOf(tranche.amount, `tranches[${index}].amount`) })),
  conditions,
});
