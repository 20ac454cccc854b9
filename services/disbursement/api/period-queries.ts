import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { periodPermissions } from '../domain/periods/period-permissions.ts';
import { periodMessage } from '../fold.ts';
import { BODIES, periods } from '../mapping.ts';
import { STATEMENT_READERS } from '../readers.ts';
import { type BooksParts, factsOf } from './periods.ts';

type Parts = BooksParts & { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readPeriod' | 'periodHistory'>;

export function periodQueries(parts: Parts): Queries {
  const { store, texts, clock } = parts;
  return {
    async readPeriod({ id, permissions }, { actor }) {
      mustHold(actor, STATEMENT_READERS);
      const { state, version } = await store.load(periods, idOf('prd', id, 'id'));
      const period = found('Period', id, periodMessage(id, { state, version }));
      if (!permissions || state.status === 'absent') return inWords(texts, { period, may: undefined });
      const facts = { ...factsOf(parts, state.from, state.through), now: clock.now() };
      return inWords(texts, { period, may: permissionsMessage(periodPermissions(state, facts, BODIES, actor), REJECTIONS) });
    },
    async periodHistory({ id, page }, { actor }) {
      mustHold(actor, STATEMENT_READERS);
      const { version, commits } = await store.read(periods, idOf('prd', id, 'id'));
      found('Period', id, version === 0 ? undefined : version);
      return historyPage(texts, commits, page, (entry) => entry);
    },
  };
}
