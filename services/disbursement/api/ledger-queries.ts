import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { invalid, notFound } from '@junkan/kit/grpc/problem.ts';
import { type Actor, kindOf } from '@junkan/kit/pure/actor.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { type Asked, balancesOf, linesOf, partiesIn } from '../ledger/statement.ts';
import { STATEMENT_READERS } from '../readers.ts';

export type LedgerParts = { readonly ledger: Pick<OpenView, 'prepare'> };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readLedger'>;

const MAX_LINES = 500;

/** Statements of account: those who keep and check the books see all, each party what is its own. */
export function ledgerQueries({ ledger }: LedgerParts): Queries {
  return {
    async readLedger({ after, limit, ...given }, { actor }) {
      if (given.agreement !== '' && given.project !== '') throw invalid('project', 'must not be given beside an agreement');
      const asked: Asked = { ...given, party: partyOf(actor, given.party) };
      const { agreement, project, party } = asked;
      if (agreement !== '' || project !== '') {
        const parties = partiesIn(ledger.prepare, asked);
        const isThere = party === '' ? parties.length > 0 : parties.includes(party);
        if (!isThere) throw agreement === '' ? notFound('Project', project) : notFound('Agreement', agreement);
      }
      const { lines, next } = linesOf(ledger.prepare, asked, after, Math.min(limit || MAX_LINES, MAX_LINES));
      return { balances: balancesOf(ledger.prepare, asked), lines: [...lines], next };
    },
  };
}

/**
 * Of whose accounts is told; '' = of all.
 * @throws ProblemError for a role that reads no books, and for accounts of another organisation.
 */
function partyOf(actor: Actor, asked: string): string {
  if (kindOf(actor.organisation) === 'secretariat') {
    mustHold(actor, STATEMENT_READERS);
    return asked;
  }
  if (asked !== '' && asked !== actor.organisation) throw notFound(asked.startsWith('spo_') ? 'Sponsor' : 'Proposer', asked);
  mustHold(actor, PARTY_ROLES);
  return actor.organisation;
}
const PARTY_ROLES = ['proposer.officer', 'proposer.certifier', 'sponsor.officer', 'sponsor.approver'] as const;
