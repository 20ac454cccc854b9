import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { found } from '@junkan/kit/problem.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { ReportCell } from '@junkan/proto/junkan/programme/v1/facts.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { assessmentFold, planFold, reportFold, reportMessage } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { assessmentFor, planFor, relationToSignatory, reportFor } from '../../readers.ts';
import { readingOf } from '../../results/api/facts-of-project.ts';
import * as assessment from '../assessment.ts';
import { assessmentActs } from '../assessment-acts.ts';
import * as plan from '../plan.ts';
import { planActs } from '../plan-acts.ts';
import * as report from '../report.ts';
import { reportActs } from '../report-acts.ts';
import { sumsOf } from '../sums.ts';
import { commitmentsOf, signatoryOf } from './owing.ts';
import { filledOf } from './sources.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
const { REJECTIONS: rejections } = language;

/** What nothing of is published is for the city and the secretariat. */
const isThere = (standing: object | undefined, { city }: { readonly city: string }, actor: Actor): boolean =>
  standing !== undefined || relationToSignatory(actor, { city }) !== 'stranger';
const isAssessmentThere = (state: assessment.Existing, actor: Actor) => isThere(assessment.standing(state), state, actor);
const isPlanThere = (state: plan.Existing, actor: Actor) => isThere(plan.standing(state), state, actor);
const isReportThere = (state: report.Existing, actor: Actor) => isThere(report.standing(state), state, actor);

export const reportsQueries = (parts: Parts): Pick<Queries, 'readAssessment' | 'readActionPlan' | 'readProgressReport'> => ({
  ...itemQuery(ITEMS.assessment, parts, {
    fold: assessmentFold,
    isThere: isAssessmentThere,
    shown: (message, _, actor) => assessmentFor(actor, message),
    rejections,
    may: (state, actor) => assessmentActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  ...itemQuery(ITEMS['action-plan'], parts, {
    fold: planFold,
    isThere: isPlanThere,
    shown: (message, _, actor) => planFor(actor, message),
    rejections,
    may: async (state, actor) => {
      const commitments = await commitmentsOf(parts.store, await signatoryOf(parts.store, state.signatory));
      return planActs.permissions(state, { now: parts.clock.now(), commitments }, BODIES, actor);
    },
  }),
  readProgressReport: readReport(parts),
});

/** What comes filled is read with it, as long as it is being written. */
function readReport(parts: Parts): Queries['readProgressReport'] {
  const { store, texts, lists } = parts;
  const isAdded = (indicator: string): boolean => {
    const { overTime, overPlaces } = readingOf(lists, indicator) ?? {};
    return overTime === 'sum' && overPlaces === 'sum';
  };
  return async (request, call) => {
    const { id } = request;
    const { state, version } = await store.load(reportFold, idOf('rpt', id, 'id'));
    const isWritten = state.status !== 'absent' && report.WRITABLE.includes(report.currentOf(state)?.status ?? 'published');
    const isOfCity = state.status !== 'absent' && relationToSignatory(call.actor, state) === 'proposer';
    const filled = isWritten && isOfCity ? await filledOf(parts, state, call) : [];
    const read = itemQuery(ITEMS['progress-report'], parts, {
      fold: reportFold,
      isThere: isReportThere,
      shown: (_, __, actor) => reportFor(actor, found('ProgressReport', id, reportMessage(id, { state, version }, filled))),
      rejections,
      may: (existing, actor) => reportActs.permissions(existing, { now: parts.clock.now(), filled }, BODIES, actor),
    });
    const { report: shown, may } = await read.readProgressReport(request, call);
    const editions = shown ? [...shown.editions, ...(shown.current ? [shown.current] : [])] : [];
    const sums = editions.flatMap(({ number, cells }) =>
      sumsOf(cells as ReportCell[], isAdded).map((sum) => ({ edition: number, ...sum })),
    );
    return { report: await inWords(texts, shown), may, sums };
  };
}

export const assessmentHistory = (parts: Parts) =>
  itemHistory(ITEMS.assessment, parts, {
    fold: assessmentFold,
    isThere: isAssessmentThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });

export const planHistory = (parts: Parts) =>
  itemHistory(ITEMS['action-plan'], parts, {
    fold: planFold,
    isThere: isPlanThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });

export const reportHistory = (parts: Parts) =>
  itemHistory(ITEMS['progress-report'], parts, {
    fold: reportFold,
    isThere: isReportThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });
