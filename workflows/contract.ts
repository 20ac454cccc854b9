/** What others need to know of the workflows: their names, their ids and what starts them. */

/** Installations that share a Temporal namespace each have a task queue of their own: it is named as the installation is. */
export const taskQueueOf = (namespace: string): string => namespace;
/**
 * How long a worker may take for a task before it is given out again. A task that is given out while its worker still works on it can be recorded in an order in which it is never replayed; the
 * run is then stuck until it is repaired. Ten seconds, the default, were too few for a machine with other work.
 */
export const TASK_TIMEOUT = '30 seconds';
/** Carries no data: the workflow asks the services where things stand. */
export const WAKE_UP = 'lookAgain';

/** The durable consumers that the worker reads events with. */
export const BRIDGE = 'workflow_bridge';

export const screeningId = (project: string, submission: number): string => `screening:${project}:${submission}`;
export const fundingId = (project: string, round: number): string => `funding:${project}:${round}`;
/** One for each clearance of a passport. */
export const passportId = (passport: string, clearance: number): string => `passport:${passport}:${clearance}`;
/** One for each request of a review. */
export const passportRequestId = (passport: string, request: number): string => `passport:${passport}:request:${request}`;
/** One for each time that a city sets out to sign. */
export const signatoryId = (signatory: string, attempt: number): string => `signatory:${signatory}:${attempt}`;
export const exchangeId = (exchange: string): string => `exchange:${exchange}`;
export const requestId = (request: string): string => `request:${request}`;
export const cycleId = (cycle: string): string => `cycle:${cycle}`;
export const enquiryId = (enquiry: string): string => `enquiry:${enquiry}`;
export const sessionId = (session: string): string => `session:${session}`;
export const milestoneId = (milestone: string): string => `milestone:${milestone}`;

type Chain = { readonly correlationId: string };
export type ScreeningInput = Chain & { readonly project: string; readonly submission: number };
export type FundingInput = Chain & {
  readonly project: string;
  readonly round: number;
  readonly funding: string;
  readonly agreement: string;
};
export type MilestoneInput = Chain & { readonly milestone: string; readonly agreement: string; readonly tranche: number };
export type ExchangeInput = Chain & { readonly exchange: string };
export type SignatoryInput = Chain & { readonly signatory: string; readonly attempt: number };
export type RequestInput = Chain & { readonly request: string };
export type CycleInput = Chain & { readonly cycle: string };
export type EnquiryInput = Chain & { readonly enquiry: string };
export type SessionInput = Chain & { readonly session: string };
/** `request`: the request that it is about; without one it is of the clearance. */
export type PassportInput = Chain & { readonly passport: string; readonly clearance: number; readonly request?: number };

export const idOfPassport = ({ passport, clearance, request }: Omit<PassportInput, 'correlationId'>): string =>
  request === undefined ? passportId(passport, clearance) : passportRequestId(passport, request);
