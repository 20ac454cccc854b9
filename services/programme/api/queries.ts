import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { historyOf } from '@junkan/kit/grpc/item-queries.ts';
import { wordsIn } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { awardQueries, cycleHistory, nominationHistory } from '../awards/api/award-queries.ts';
import { answerHistory, callHistory, callQueries } from '../calls/api/call-queries.ts';
import { declarationHistory, declarationQueries, signatoryHistory, signatoryQueries } from '../declaration/api/declaration-queries.ts';
import { groupHistory, groupQueries } from '../declaration/api/group-queries.ts';
import { enquiryHistory, enquiryQueries } from '../enquiries/api/enquiry-queries.ts';
import { certificateHistory, learningQueries, sessionHistory, trainingHistory } from '../learning/api/learning-queries.ts';
import { partnerHistory, partnerQueries } from '../partners/api/partner-queries.ts';
import { exchangeHistory, peerQueries } from '../peers/api/peer-queries.ts';
import { instrumentHistory, policyQueries, requestHistory } from '../policy/api/policy-queries.ts';
import { assessmentHistory, planHistory, reportHistory, reportsQueries } from '../reports/api/queries.ts';
import { actionHistory, actionQueries } from '../results/api/action-queries.ts';
import { seriesHistory, seriesQueries } from '../series/api/series-queries.ts';
import type { Parts } from './parts.ts';

/** One item is folded from its stream, so a writer reads what it wrote. */
export const queries = (parts: Parts): Handlers<typeof ProgrammeQueryServiceService> => ({
  ...declarationQueries(parts),
  ...signatoryQueries(parts),
  ...groupQueries(parts),
  ...reportsQueries(parts),
  ...actionQueries(parts),
  ...partnerQueries(parts),
  ...enquiryQueries(parts),
  ...seriesQueries(parts),
  ...peerQueries(parts),
  ...learningQueries(parts),
  ...policyQueries(parts),
  ...awardQueries(parts),
  ...callQueries(parts),
  history: historyOf({
    [ITEMS.declaration.prefix]: declarationHistory(parts),
    [ITEMS.signatory.prefix]: signatoryHistory(parts),
    [ITEMS['signatory-group'].prefix]: groupHistory(parts),
    [ITEMS.assessment.prefix]: assessmentHistory(parts),
    [ITEMS['action-plan'].prefix]: planHistory(parts),
    [ITEMS['progress-report'].prefix]: reportHistory(parts),
    [ITEMS.action.prefix]: actionHistory(parts),
    [ITEMS.partner.prefix]: partnerHistory(parts),
    [ITEMS.enquiry.prefix]: enquiryHistory(parts),
    [ITEMS.series.prefix]: seriesHistory(parts),
    [ITEMS.exchange.prefix]: exchangeHistory(parts),
    [ITEMS.training.prefix]: trainingHistory(parts),
    [ITEMS['training-session'].prefix]: sessionHistory(parts),
    [ITEMS.certificate.prefix]: certificateHistory(parts),
    [ITEMS['policy-instrument'].prefix]: instrumentHistory(parts),
    [ITEMS['support-request'].prefix]: requestHistory(parts),
    [ITEMS['award-cycle'].prefix]: cycleHistory(parts),
    [ITEMS.nomination.prefix]: nominationHistory(parts),
    [ITEMS['project-call'].prefix]: callHistory(parts),
    [ITEMS['call-answer'].prefix]: answerHistory(parts),
  }),
  texts: wordsIn(parts.texts),
});
