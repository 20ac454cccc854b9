import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory } from '@junkan/kit/grpc/item-queries.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { type Actor, SECRETARIAT } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { OwnerCandidate, StatementEntry } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { statementFold, statementMessage } from '../../../fold.ts';
import { BODIES, statements } from '../../../mapping.ts';
import { maySeeStatement, STATEMENT_READERS } from '../../../readers.ts';
import type { SponsorAccount } from '../../accounts/view/attributed.ts';
import { sponsorAccounts } from '../../accounts/view/owners.ts';
import { type Words, wordsOfStatements } from '../format/words.ts';
import type { Entry } from '../statement.ts';
import { statementActs } from '../statement-acts.ts';

type Parts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly clock: PolicyClock;
  readonly blobs: Blobs;
  readonly ownAccounts: Pick<OpenView, 'prepare'>;
};
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readStatement'>;

const MAX_ENTRIES = 100;

export function statementQueries({ store, texts, clock, blobs, ownAccounts }: Parts): Queries {
  const wordsOf = wordsOfStatements(blobs);
  return {
    async readStatement({ id, after, limit, standings }, { actor }) {
      const loaded = await store.load(statements, idOf('stm', id, 'id'));
      const { version } = loaded;
      if (actor.organisation === SECRETARIAT) mustHold(actor, STATEMENT_READERS);
      const state = found('Statement', id, loaded.state.status !== 'absent' && maySee(actor, loaded.state) ? loaded.state : undefined);
      const statement = found('Statement', id, statementMessage(id, { state, version }));
      const keepsBooks = actor.organisation === SECRETARIAT;
      const asked = state.entries.filter(
        ({ number, standing }) => number > after && (standings.length === 0 || standings.includes(standing)),
      );
      const shown = asked.slice(0, Math.min(limit || MAX_ENTRIES, MAX_ENTRIES));
      const words = await wordsOf(state.words);
      const named = await sponsorAccounts(state, { store: { from: store.load }, texts, ownAccounts });
      const accounts = named.filter(({ sponsor }) => sponsor !== state.owner);
      return {
        statement: await inWords(texts, statement),
        lines: await inWords(
          texts,
          // Which payments of others an entry may be of is for those who decide on it.
          shown.map((entry) => lineOf(keepsBooks ? entry : { ...entry, candidates: [] }, words[entry.number - 1])),
        ),
        more: asked.length > shown.length,
        may: permissionsMessage(statementActs.permissions(state, { now: clock.now(), shown, accounts }, BODIES, actor), REJECTIONS),
        ownerCandidates: keepsBooks ? accounts.map(candidateOf) : [],
      };
    },
  };
}

export const statementHistory = (parts: Parts) =>
  itemHistory(ITEMS.statement, parts, { fold: statementFold, isThere: (state, actor) => maySee(actor, state) });

/** @throws ProblemError where the secretariat's role is missing. */
function maySee(actor: Actor, state: { readonly owner?: string | undefined }): boolean {
  if (actor.organisation === SECRETARIAT) mustHold(actor, STATEMENT_READERS);
  return maySeeStatement(actor, state);
}

const candidateOf = ({ id: account, sponsor, holder, bankName, bank }: SponsorAccount): OwnerCandidate => ({
  account,
  sponsor,
  holder,
  bankName,
  ...bank,
});

const lineOf = (
  { candidates, recovery = 0, drawing = 0, doubt, first, parts, bookedOn = '', reversal = false, ...entry }: Entry,
  { name = '', account = '', text = '' }: Partial<Words> = {},
): StatementEntry => ({
  ...entry,
  candidates: [...candidates],
  parts: [...parts],
  recovery,
  drawing,
  doubt,
  first,
  bookedOn,
  reversal,
  counterparty: name,
  counterpartyAccount: account,
  remittance: text,
});
