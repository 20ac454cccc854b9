import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { moneyOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { isCurrency } from '@junkan/kit/money-text.ts';
import { invalid, notFound } from '@junkan/kit/problem.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { type Actor, kindOf } from '@junkan/proto/actor.ts';
import type { LedgerBalance, LedgerTotal } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { STATEMENT_READERS } from '../../../readers.ts';
import { type ClosedParts, closedThrough } from '../../periods/api/closed-periods.ts';
import { conversionOf, inOneCurrency } from '../../rates/view/converting.ts';
import { type Asked, balancesOf, linesOf, partiesIn } from '../view/statement.ts';

export type LedgerParts = ClosedParts & {
  readonly clock: PolicyClock;
  readonly ledger: Pick<OpenView, 'prepare'>;
  readonly standingRates: Pick<OpenView, 'prepare'>;
  /** Waits until the views have all that was recorded before. */
  readonly caughtUp: () => Promise<void>;
  /** After so many days a rate is expired. */
  readonly rateDays: number;
  /** Which day it is in the time zone of the books. */
  readonly dayOfBooks: (at: Instant) => CalendarDate;
};
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readLedger' | 'convertMoney'>;

const MAX_LINES = 500;
/** Minor units that an amount may have, as in all requests. */
const MAX_AMOUNT = 10n ** 17n;

/** Statements of account: those who keep and check the books see all, each party what is its own. */
export function ledgerQueries(parts: LedgerParts): Queries {
  const { clock, ledger, standingRates, rateDays, dayOfBooks, caughtUp } = parts;

  /** Of the last day, and of no day that is still to come. */
  function totalsIn(currency: string, { to }: Asked, balances: readonly LedgerBalance[]): LedgerTotal[] {
    const today = dayOfBooks(clock.now());
    const wanted = { currency, day: to === '' || to > today ? today : to, days: rateDays };
    const groups = Map.groupBy(balances, ({ kind, party }) => `${kind} ${party}`);
    return [...groups.values()].map((of) => {
      const [{ kind, party }] = of as [LedgerBalance];
      const sums = of.flatMap(({ closing }) => (closing ? [closing] : []));
      const found = inOneCurrency(standingRates.prepare, sums, wanted);
      return { kind, party, closing: found?.money, rates: [...(found?.by ?? [])] };
    });
  }

  return {
    async convertMoney({ amount, currency, day }) {
      // Offers and budgets are decided by it.
      await caughtUp();
      const conversion = conversionOf(standingRates.prepare, moneyOf(amount, 'amount'), { currency, day, days: rateDays });
      if (conversion && conversion.amount.amount > MAX_AMOUNT) throw invalid('amount', `comes to more ${currency} than can be represented`);
      return { conversion };
    },

    async readLedger({ after, limit, in: currency, ...given }, { actor }) {
      if (currency !== '' && !isCurrency(currency)) throw invalid('in', 'must be an ISO 4217 code');
      if (given.agreement !== '' && given.project !== '') throw invalid('project', 'cannot be combined with an agreement');
      const asked: Asked = { ...given, party: partyOf(actor, given.party) };
      const { agreement, project, party } = asked;
      if (agreement !== '' || project !== '') {
        const parties = partiesIn(ledger.prepare, asked);
        const isThere = party === '' ? parties.length > 0 : parties.includes(party);
        if (!isThere) throw agreement === '' ? notFound('Project', project) : notFound('Agreement', agreement);
      }
      const { lines, next } = linesOf(ledger.prepare, asked, after, Math.min(limit || MAX_LINES, MAX_LINES));
      const balances = balancesOf(ledger.prepare, asked);
      const totals = currency === '' ? [] : totalsIn(currency, asked, balances);
      return { balances, lines: [...lines], next, totals, closedThrough: await closedThrough(parts) };
    },
  };
}

/**
 * The organisation whose accounts are read; '' = all.
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
