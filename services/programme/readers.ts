import type { Actor } from '@junkan/proto/actor.ts';
import { AwardCycle, Nomination } from '@junkan/proto/junkan/programme/v1/awards_model.ts';
import { CallAnswer, ProjectCall } from '@junkan/proto/junkan/programme/v1/calls_model.ts';
import { READERS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { Certificate, Training, TrainingSession } from '@junkan/proto/junkan/programme/v1/learning_model.ts';
import { Action, Declaration, Signatory } from '@junkan/proto/junkan/programme/v1/model.ts';
import { Partner } from '@junkan/proto/junkan/programme/v1/partners_model.ts';
import { Exchange } from '@junkan/proto/junkan/programme/v1/peers_model.ts';
import { PolicyInstrument } from '@junkan/proto/junkan/programme/v1/policy_model.ts';
import { ActionPlan, Assessment, ProgressReport } from '@junkan/proto/junkan/programme/v1/reports_model.ts';
import { Series } from '@junkan/proto/junkan/programme/v1/series_model.ts';
import { type DraftComment, SupportRequest } from '@junkan/proto/junkan/programme/v1/support_model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { type Relation, readable, relationOf } from '@junkan/proto/readers.ts';
import type { Existing as Cycle } from './awards/cycle.ts';
import { isTold, type Existing as Nominated } from './awards/nomination.ts';
import type { Existing as Call } from './calls/call.ts';
import { type Existing as Declared, isPublished } from './declaration/declaration.ts';

// Published: views of what this service decides filter it by the same rules.

/** A declaration is there for everybody once one of its versions is published; drafts are the secretariat’s. */
export const isDeclarationThere = (state: Pick<Declared, 'versions'>, actor: Actor): boolean => oversees(actor) || isPublished(state);

export function relationToSignatory(actor: Actor, { city }: { readonly city: string }): Relation {
  if (oversees(actor)) return 'overseer';
  return actor.organisation === city ? 'proposer' : 'stranger';
}

/** What was never published is for the secretariat alone, and so is who drafted and decided. */
export function declarationFor(actor: Actor, declaration: Declaration): Declaration {
  if (oversees(actor)) return declaration;
  const { shown } = readable(declaration, READERS.Declaration, 'stranger');
  const versions = (shown.versions ?? []).filter(({ status }) => status === 'published' || status === 'superseded');
  return { ...Declaration.fromPartial(shown), versions: versions.map((version) => ({ ...version, draftedBy: '', decidedBy: '' })) };
}

export function signatoryFor(actor: Actor, signatory: Signatory): Signatory {
  const relation = relationToSignatory(actor, signatory);
  const { shown } = readable(signatory, READERS.Signatory, relation);
  if (relation === 'overseer') return Signatory.fromPartial(shown);
  const obligations = (shown.obligations ?? []).map((each) => obligationFor(relation === 'proposer', each));
  return { ...Signatory.fromPartial(shown), obligations };
}

/** What a notice says and how it is answered is for the city and the secretariat; what is only prepared, for the secretariat. */
function obligationFor(isCity: boolean, obligation: Signatory['obligations'][number]): Signatory['obligations'][number] {
  const { notice, extension } = obligation;
  const issued = notice?.status === 'issued' ? notice : undefined;
  const nobody = { preparedBy: '', issuedBy: '' };
  return {
    ...obligation,
    notice: issued && { ...issued, ...nobody, ...(isCity ? {} : { note: '', answer: '', answeredBy: '', hash: '' }) },
    extension: extension && (isCity ? extension : { ...extension, note: '', endNote: '', askedBy: '', decidedBy: '' }),
  };
}

/** Everybody reads what is reported; who reported it, the city and those who oversee it. */
export function actionFor(actor: Actor, action: Action): Action {
  const relation = relationToSignatory(actor, action);
  const { shown } = readable(action, READERS.Action, relation);
  const read = Action.fromPartial(shown);
  if (relation !== 'stranger') return read;
  return { ...read, results: read.results.map((each) => ({ ...each, recordedBy: '', note: '' })) };
}

/** Everybody reads what is measured; who reported it and in which words, and what is proposed, the city and those who oversee it. */
export function seriesFor(actor: Actor, series: Series): Series {
  const relation = relationToSignatory(actor, series);
  const read = Series.fromPartial(readable(series, READERS.Series, relation).shown);
  if (relation !== 'stranger') return read;
  const open = (edition: Series['periods'][number]['standing']) => edition && { ...edition, note: '', recordedBy: '' };
  const periods = read.periods.map((each) => ({
    ...each,
    standing: open(each.standing),
    earlier: each.earlier.flatMap((one) => open(one) ?? []),
  }));
  return { ...read, target: read.target && { ...read.target, note: '' }, periods };
}

/** What is drafted is the city’s own affair; what is published, everybody’s, but for the persons in it. */
export function assessmentFor(actor: Actor, assessment: Assessment): Assessment {
  const relation = relationToSignatory(actor, assessment);
  const shown = Assessment.fromPartial(readable(assessment, READERS.Assessment, relation).shown);
  if (relation === 'proposer') return shown;
  const editions = shown.editions.map((each) => ({
    ...each,
    ...(relation === 'overseer' ? {} : { signedOffBy: '', answers: each.answers.map((answer) => ({ ...answer, by: '' })) }),
  }));
  return { ...shown, editions, draft: undefined };
}

/** A draft is for the city alone, what is in review for the secretariat too. */
export function planFor(actor: Actor, plan: ActionPlan): ActionPlan {
  const relation = relationToSignatory(actor, plan);
  const shown = ActionPlan.fromPartial(readable(plan, READERS.ActionPlan, relation).shown);
  if (relation === 'proposer') return shown;
  const isHidden = relation === 'stranger' || shown.current?.status === 'draft';
  const editions = relation === 'overseer' ? shown.editions : shown.editions.map(withoutPersons);
  return { ...shown, editions, current: isHidden ? undefined : shown.current };
}

/** What is written is for the city alone, what is in review or was returned for the secretariat too. */
export function reportFor(actor: Actor, report: ProgressReport): ProgressReport {
  const relation = relationToSignatory(actor, report);
  const shown = ProgressReport.fromPartial(readable(report, READERS.ProgressReport, relation).shown);
  if (relation === 'proposer') return shown;
  const { current } = shown;
  const isHidden = relation === 'stranger' || current?.status === 'opened' || current?.status === 'drafting';
  const editions = relation === 'overseer' ? shown.editions : shown.editions.map(published);
  return { ...shown, editions, current: isHidden ? undefined : current };
}

/** What is published, without the persons behind it and without its review. */
const withoutPersons = <
  Edition extends {
    readonly preparedBy: readonly string[];
    readonly signedOffBy: string;
    readonly reviewedBy: string;
    readonly reviewDue: string;
    readonly remarks: readonly unknown[];
  },
>(
  edition: Edition,
): Edition => ({
  ...edition,
  preparedBy: [],
  signedOffBy: '',
  reviewedBy: '',
  reviewDue: '',
  remarks: [],
});

/** What a review has said stays between the city and the secretariat. */
const published = (edition: ProgressReport['editions'][number]): ProgressReport['editions'][number] => ({
  ...withoutPersons(edition),
  sections: edition.sections.map((each) => ({ ...each, by: '' })),
  cells: edition.cells.map((cell) => ({ ...cell, verdict: '', endNote: '', before: undefined })),
});

export const relationToPartner = (actor: Actor, { id }: { readonly id: string }): Relation => relationOf(actor, { proposer: id });

/** Whom to ask at a partner, and why it is closed, is for itself and for overseers. */
export const partnerFor = (actor: Actor, partner: Partner): Partner =>
  Partner.fromPartial(readable(partner, READERS.Partner, relationToPartner(actor, partner)).shown);

/** Both cities have an equal part in an exchange. */
export function relationToExchange(actor: Actor, { seeker, provider }: Pick<Exchange, 'seeker' | 'provider'>): Relation {
  if (oversees(actor)) return 'overseer';
  return [seeker, provider].includes(actor.organisation) ? 'proposer' : 'stranger';
}

/** What was said at visits is for the two cities alone, and so is what they say at the end, unless both want everybody to read it. */
export function exchangeFor(actor: Actor, exchange: Exchange): Exchange {
  const relation = relationToExchange(actor, exchange);
  const shown = Exchange.fromPartial(readable(exchange, READERS.Exchange, relation).shown);
  if (relation === 'proposer') return shown;
  const { conclusions, status, visits } = shown;
  const isOpen = status === 'concluded' && conclusions.every((each) => each.public);
  return {
    ...shown,
    visits: visits.map((each) => ({ ...each, note: '' })),
    conclusions: isOpen ? conclusions.map((each) => (relation === 'overseer' ? each : { ...each, by: '' })) : [],
  };
}

/** Drafts are the secretariat’s. */
export const isTrainingThere = ({ wasOffered }: { readonly wasOffered: boolean }, actor: Actor): boolean => wasOffered || oversees(actor);

export const trainingFor = (actor: Actor, training: Training): Training =>
  Training.fromPartial(readable(training, READERS.Training, relationOf(actor, { proposer: '' })).shown);

type OfSession = { readonly trainer: string; readonly trainerOf: string };
const isTrainer = ({ person, organisation }: Actor, { trainer, trainerOf }: OfSession): boolean =>
  person === trainer && organisation === trainerOf;

/**
 * Who takes part is for the trainer and those who oversee it; everybody reads of oneself, and a certifier of the own people. What is said of the session is for
 * those who attended it too.
 */
export function sessionFor(actor: Actor, session: TrainingSession): TrainingSession {
  const relation: Relation = oversees(actor) ? 'overseer' : isTrainer(actor, session) ? 'proposer' : 'stranger';
  const shown = TrainingSession.fromPartial(readable(session, READERS.TrainingSession, relation).shown);
  if (relation !== 'stranger') return shown;
  const isCertifier = actor.roles.includes('proposer.certifier');
  const mayRead = (each: TrainingSession['enrolments'][number]): boolean =>
    each.person === actor.person || (isCertifier && each.organisation === actor.organisation);
  const hasAttended = session.enrolments.some(({ person, status }) => person === actor.person && status === 'attended');
  return { ...shown, enrolments: session.enrolments.filter(mayRead), feedback: hasAttended ? session.feedback : [] };
}

type OfCertificate = { readonly holder: string };
export const relationToCertificate = (actor: Actor, { holder }: OfCertificate): Relation =>
  oversees(actor) ? 'overseer' : actor.person === holder ? 'proposer' : 'stranger';

/** What it says is for its holder and for overseers; why it was declined or revoked, in words, for overseers. */
export const certificateFor = (actor: Actor, certificate: Certificate): Certificate =>
  Certificate.fromPartial(readable(certificate, READERS.Certificate, relationToCertificate(actor, certificate)).shown);

type OfInstrument = { readonly owner: string };
/** What is drafted is for who drafts it and for those who oversee it. */
export const isInstrumentThere = (state: OfInstrument & { readonly isOpen: boolean }, actor: Actor): boolean =>
  state.isOpen || oversees(actor) || actor.organisation === state.owner;

export const relationToInstrument = (actor: Actor, { owner }: OfInstrument): Relation => relationOf(actor, { proposer: owner });

export const instrumentFor = (actor: Actor, instrument: PolicyInstrument): PolicyInstrument =>
  PolicyInstrument.fromPartial(readable(instrument, READERS.PolicyInstrument, relationToInstrument(actor, instrument)).shown);

type OfRequest = {
  readonly city: string;
  readonly experts: readonly { readonly person: string; readonly organisation: string; readonly until: string }[];
};
const isExpertOf = ({ experts }: OfRequest, { person, organisation }: Actor): boolean =>
  experts.some((each) => each.until === '' && each.person === person && each.organisation === organisation);

/** Of an organisation the one person is a party who advises now; the city is, with all who act for it. */
export function relationToRequest(actor: Actor, request: OfRequest): Relation {
  if (oversees(actor)) return 'overseer';
  if (actor.organisation === request.city) return 'proposer';
  return isExpertOf(request, actor) ? 'partner' : 'stranger';
}

/** What everybody reads of a comment in a window: not who said it, and nothing of what is hidden. */
const openly = (comment: DraftComment): DraftComment => ({
  ...comment,
  ...{ by: '', organisation: '', answeredBy: '' },
  ...(comment.hidden === '' ? {} : { note: '', endNote: '' }),
});

/**
 * A comment within the city is for the city alone, not even for those who oversee it; one among partners, for them. Everybody reads the draft of a window while
 * it is open, and then and later what was said in it.
 */
export function requestFor(actor: Actor, request: SupportRequest, now: string): SupportRequest {
  const relation = relationToRequest(actor, request);
  const shown = SupportRequest.fromPartial(readable(request, READERS.SupportRequest, relation).shown);
  const own = relation === 'proposer' ? request.internalComments : [];
  if (relation !== 'stranger') return { ...shown, internalComments: own };
  const window = request.windows.find(({ from, until }) => from <= now && now < until);
  const drafts = request.drafts.filter(({ number }) => number === window?.draft);
  const { adoption } = shown;
  return {
    ...shown,
    internalComments: [],
    drafts: drafts.map((each) => ({ ...each, by: '', paragraphs: each.paragraphs.map((one) => ({ ...one, by: '' })) })),
    comments: shown.comments.filter(({ circle }) => circle === 'public').map(openly),
    adoption: adoption && { ...adoption, recordedBy: '', checkedBy: '', checkDue: '' },
    outcomes: shown.outcomes.map((each) => ({ ...each, by: '' })),
  };
}

/** An award is there for everybody once it is open; what is drafted is the secretariat’s. */
export const isCycleThere = ({ status }: Pick<Cycle, 'status'>, actor: Actor): boolean => oversees(actor) || status !== 'draft';

/**
 * Before it is announced, what a jury has decided is for who has decided it and for who announces it, and nobody else learns that there is anything. Which
 * juror has which letter is for overseers alone.
 */
export function cycleFor(actor: Actor, cycle: AwardCycle): AwardCycle {
  const isOverseer = oversees(actor);
  const shown = AwardCycle.fromPartial(readable(cycle, READERS.AwardCycle, isOverseer ? 'overseer' : 'stranger').shown);
  const isAnnounced = cycle.announcedAt !== '';
  const isApprover = isOverseer && actor.roles.includes('secretariat.approver');
  const isTold = ({ decidedBy }: AwardCycle['outcomes'][number]): boolean => isAnnounced || isApprover || decidedBy === actor.person;
  const outcomes = shown.outcomes.filter(isTold).map((each) => (isOverseer ? each : { ...each, decidedBy: '', letters: [] }));
  if (isOverseer) return { ...shown, outcomes };
  return {
    ...shown,
    outcomes,
    entries: isAnnounced ? shown.entries : [],
    jury: isAnnounced ? shown.jury : [],
    note: cycle.status === 'cancelled' ? shown.note : '',
  };
}

export const relationToNomination = (
  actor: Actor,
  { city, proposedFor }: { readonly city: string; readonly proposedFor: string },
): Relation => relationOf(actor, { proposer: city }, proposedFor === '' ? [] : [proposedFor]);

/** Until its outcome is announced, a nomination is for its city, for who has proposed it, and for the secretariat. */
export const isNominationThere = (state: Pick<Nominated, 'status' | 'city' | 'proposedFor'>, actor: Actor): boolean =>
  isTold(state) || relationToNomination(actor, state) !== 'stranger';

export function nominationFor(actor: Actor, state: Pick<Nomination, 'city' | 'proposedFor'>, nomination: Nomination): Nomination {
  const relation = relationToNomination(actor, state);
  const shown = Nomination.fromPartial(readable(nomination, READERS.Nomination, relation).shown);
  if (relation !== 'stranger') return shown;
  const { withdrawal } = shown;
  // That a prize might be taken back is public once it is.
  return { ...shown, withdrawal: withdrawal?.outcome === 'withdrawn' ? { ...withdrawal, note: '', answer: '' } : undefined };
}

/** A call is there for everybody once it was opened; what is drafted is for who drafts it and for those who oversee it. */
export const isCallThere = ({ owner, openedBy }: Pick<Call, 'owner' | 'openedBy'>, actor: Actor): boolean =>
  openedBy !== '' || relationToCall(actor, { owner }) !== 'stranger';

export const relationToCall = (actor: Actor, { owner }: Pick<Call, 'owner'>): Relation => relationOf(actor, { proposer: owner });

/** Before a call is decided, the order is for who has opened the reviews and for who decides, and nobody else learns that there is one. */
export function callFor(actor: Actor, call: ProjectCall): ProjectCall {
  const shown = ProjectCall.fromPartial(readable(call, READERS.ProjectCall, relationToCall(actor, call)).shown);
  const { order } = shown;
  const isApprover = actor.roles.includes('secretariat.approver') || actor.roles.includes('sponsor.approver');
  const decides = actor.organisation === call.owner && isApprover;
  const isTold = call.decidedAt !== '' || decides || order?.openedBy === actor.person;
  return { ...shown, order: isTold ? order : undefined };
}

/** The city and who has opened the call have an equal part in an answer. */
export function relationToAnswer(actor: Actor, { city, owner }: { readonly city: string; readonly owner: string }): Relation {
  if (oversees(actor)) return 'overseer';
  return [city, owner].includes(actor.organisation) ? 'proposer' : 'stranger';
}

/** Until an answer is handed in, it is for its city and for overseers. */
export const isAnswerThere = (
  state: { readonly city: string; readonly owner: string; readonly submittedAt: string },
  actor: Actor,
): boolean =>
  relationToAnswer(actor, state) !== 'stranger' && (state.submittedAt !== '' || actor.organisation !== state.owner || oversees(actor));

export const answerFor = (actor: Actor, answer: CallAnswer): CallAnswer =>
  CallAnswer.fromPartial(readable(answer, READERS.CallAnswer, relationToAnswer(actor, answer)).shown);
