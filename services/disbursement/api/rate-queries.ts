import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { rateSheetPermissions } from '../domain/rates/rate-sheet-permissions.ts';
import { rateSheetMessage } from '../fold.ts';
import { BODIES, rateSheets } from '../mapping.ts';
import { STATEMENT_READERS } from '../readers.ts';
import { type ClosedParts, closedThrough } from './closed-periods.ts';

type Parts = ClosedParts & { readonly texts: Texts; readonly clock: PolicyClock };
type Queries = Pick<Handlers<typeof DisbursementQueryServiceService>, 'readRates' | 'ratesHistory'>;

export const rateQueries = ({ store, texts, clock, books }: Parts): Queries => ({
  async readRates({ id, permissions }, { actor }) {
    mustHold(actor, STATEMENT_READERS);
    const { state, version } = await store.load(rateSheets, idOf('rts', id, 'id'));
    const sheet = found('RateSheet', id, rateSheetMessage(id, { state, version }));
    const may =
      permissions && state.status !== 'absent'
        ? rateSheetPermissions(state, { now: clock.now(), closedThrough: await closedThrough({ store, books }) }, BODIES, actor)
        : undefined;
    return inWords(texts, { sheet, may: may && permissionsMessage(may, REJECTIONS) });
  },
  async ratesHistory({ id, page }, { actor }) {
    mustHold(actor, STATEMENT_READERS);
    const { version, commits } = await store.read(rateSheets, idOf('rts', id, 'id'));
    found('RateSheet', id, version === 0 ? undefined : version);
    return historyPage(texts, commits, page, (entry) => entry);
  },
});
