import { ballotCommands } from '../awards/api/ballot-commands.ts';
import { cycleCommands } from '../awards/api/cycle-commands.ts';
import { nominationCommands } from '../awards/api/nomination-commands.ts';
import { lookingAtPrizes } from '../awards/api/prizes.ts';
import { answerCommands } from '../calls/api/answer-commands.ts';
import { callCommands } from '../calls/api/call-commands.ts';
import { reviewCommands } from '../calls/api/review-commands.ts';
import { declarationCommands } from '../declaration/api/declaration-commands.ts';
import { groupCommands } from '../declaration/api/group-commands.ts';
import { signatoryCommands } from '../declaration/api/signatory-commands.ts';
import { enquiryCommands } from '../enquiries/api/enquiry-commands.ts';
import { certificateCommands } from '../learning/api/certificate-commands.ts';
import { sessionCommands } from '../learning/api/session-commands.ts';
import { partnerCommands } from '../partners/api/partner-commands.ts';
import { peerCommands } from '../peers/api/peer-commands.ts';
import { instrumentCommands } from '../policy/api/instrument-commands.ts';
import { requestCommands } from '../policy/api/request-commands.ts';
import { assessmentCommands } from '../reports/api/assessment-commands.ts';
import { openObligation } from '../reports/api/open-obligation.ts';
import { planCommands } from '../reports/api/plan-commands.ts';
import { reportCommands } from '../reports/api/report-commands.ts';
import { actionCommands } from '../results/api/action-commands.ts';
import { seriesCommands } from '../series/api/series-commands.ts';
import type { Commands, Parts } from './parts.ts';

const ofActions = (parts: Parts) => {
  const commands = actionCommands(parts);
  return { ...commands, ...lookingAtPrizes(parts, commands) };
};

/** The commands of this context: what comes in, made a domain command, with the facts that it needs. */
export const commands = (parts: Parts): Commands => ({
  ...declarationCommands(parts),
  ...signatoryCommands(parts),
  ...groupCommands(parts),
  ...assessmentCommands(parts),
  ...planCommands(parts),
  ...reportCommands(parts),
  openObligation: openObligation(parts),
  ...ofActions(parts),
  ...partnerCommands(parts),
  ...enquiryCommands(parts),
  ...seriesCommands(parts),
  ...peerCommands(parts),
  ...sessionCommands(parts),
  ...certificateCommands(parts),
  ...instrumentCommands(parts),
  ...requestCommands(parts),
  ...cycleCommands(parts),
  ...nominationCommands(parts),
  ...ballotCommands(parts),
  ...callCommands(parts),
  ...answerCommands(parts),
  ...reviewCommands(parts),
});
