import { commander } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { assessments, plans, reports } from '../../mapping.ts';
import { assessmentIdOf, owingOf, planIdOf, reportIdOf, signatoryOf } from './owing.ts';

/** What falls due before long is there for the city to write, even where nobody has begun it. */
export function openObligation(parts: Parts): Commands['openObligation'] {
  const { store, clock, dimensions } = parts;
  const openPlan = commander(store, plans, REJECTIONS);
  const openReport = commander(store, reports, REJECTIONS);
  const openAssessment = commander(store, assessments, REJECTIONS);
  return async ({ signatory, obligation }, call) => {
    const of = await signatoryOf(store, signatory);
    const [kind, number = ''] = obligation.split('-');
    const given = { owing: await owingOf(parts, of, obligation), now: clock.now(), by: call.actor };
    if (kind === 'plan') return openPlan(planIdOf(of), { type: 'OpenPlan', ...given }, call);
    if (kind === 'report')
      return openReport(reportIdOf(of, Number(number)), { type: 'OpenReport', number: Number(number), ...given }, call);
    return openAssessment(assessmentIdOf(of), { type: 'BeginAssessment', dimensions, ...given }, call);
  };
}
