import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import type { SharePart } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DraftAgreementRequest } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Terms } from '../domain/agreement-state.ts';

export const termsOf = ({ project, round, funding, proposer, shares, tranches, conditions }: DraftAgreementRequest): Terms => ({
  project: idOf('prj', project, 'project'),
  round,
  funding: idOf('fnd', funding, 'funding'),
  proposer: idOf('org', proposer, 'proposer'),
  shares: shares.map((share, index) => ({
    sponsor: idOf('spo', share.sponsor, `shares[${index}].sponsor`),
    ...partOf(share, `shares[${index}]`),
    parts: share.parts.map((part, at) => partOf(part, `shares[${index}].parts[${at}]`)),
    periodStart: share.periodStart,
    periodEnd: share.periodEnd,
  })),
  tranches: tranches.map((tranche, index) => ({ ...tranche, amount: moneyOf(tranche.amount, `tranches[${index}].amount`) })),
  conditions,
});

const partOf = ({ offer, envelope, amount }: SharePart, field: string) => ({
  offer: idOf('off', offer, `${field}.offer`),
  envelope: idOf('env', envelope, `${field}.envelope`),
  amount: moneyOf(amount, `${field}.amount`),
});
