import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService, ResultTotalsRequest } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { actionFold } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { actionFor, relationToSignatory } from '../../readers.ts';
import { actionActs } from '../action-acts.ts';
import { atomsFor, totalsFor, type Wanted } from '../view/read.ts';
import { projectActionId } from './action-commands.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock' | 'results'>;

export const actionQueries = (parts: Reading): Pick<Queries, 'readAction' | 'getProjectAction' | 'resultTotals' | 'resultAtoms'> => ({
  ...itemQuery(ITEMS.action, parts, {
    fold: actionFold,
    shown: (message, _, actor) => actionFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => actionActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  async getProjectAction({ project }) {
    const { state } = await parts.store.load(actionFold, projectActionId(project));
    if (state.status === 'absent') return { status: '', reports: [] };
    return { status: state.status, reports: [...state.reports].map(([milestone, report]) => ({ milestone, report })) };
  },
  resultTotals: async (wanted) => ({ totals: totalsFor(parts.results.prepare, ofAction(wanted)) }),
  resultAtoms: async ({ of, ...asked }) => atomsFor(parts.results.prepare, { ...asked, of: of && ofAction(of) }),
});

/** A project has one action, by which its results are found. */
const ofAction = ({ project, ...wanted }: ResultTotalsRequest): Wanted =>
  project === '' ? wanted : { ...wanted, action: projectActionId(project) };

export const actionHistory = (parts: Reading) =>
  itemHistory(ITEMS.action, parts, {
    fold: actionFold,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });
