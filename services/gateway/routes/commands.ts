import type { Call } from '@junkan/kit/call.ts';
import type { Command, Operation } from '@junkan/proto/command.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import type { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { requestOf, shapesOf } from '../http/shapes.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { tagOf } from './tags.ts';

type All = (typeof COMMANDS)[keyof typeof COMMANDS];
type Message = Readonly<Record<string, unknown>>;
type Answer = { readonly id: string; readonly version: number; readonly status: string };
/** Sends a request to the service that decides. */
type Send = (request: Message, call: Call) => Promise<Answer | { readonly answer: Answer }>;

/** Those that have routes of their own: they are no plain command. */
const OTHERWISE: ReadonlySet<string> = new Set<keyof (typeof COMMANDS)['project'] | keyof (typeof COMMANDS)['disbursement']>([
  ...(['advanceClock', 'uploadEvidence', 'importStatements', 'answerPaymentFile'] as const),
]);

/** Every command that the contracts give an operation: its path, its shapes and its description are theirs. */
export function commandRoutes(made: (tag: string) => Routes, services: Services): void {
  const completions: Completions = completionsIn(services);
  for (const [context, commands] of Object.entries(COMMANDS)) {
    const owner = services[OWNERS[context as keyof typeof COMMANDS]] as unknown as Readonly<Record<string, Send>>;
    for (const [rpc, command] of Object.entries(commands as Readonly<Record<string, Command>>)) {
      const { request, operation } = command;
      if (operation === undefined || OTHERWISE.has(rpc)) continue;
      commandRoute(made(tagOf(operation)), { request, operation }, owner[rpc] as Send, completions[rpc]);
    }
  }
}

function commandRoute({ command }: Routes, described: Command & { operation: Operation }, send: Send, complete?: Completion): void {
  const { operation } = described;
  const { creates, requiresIfMatch = false } = operation;
  command(
    operation.method,
    operation.path,
    about(operation.id, operation.summary, ANSWERS[operation.id] ?? answers.outcome),
    {
      ...shapesOf(described),
      requiresIfMatch,
      ...(operation.id === 'enrol' ? { waits: hasPlace } : {}),
      ...(creates === undefined ? {} : { created: ({ id }: Answer) => `/v1${creates.replace(':id', id)}` }),
    },
    async ({ params, body, call }) => {
      const request = requestOf(operation, (params ?? {}) as Message, body as Message);
      const answered = await send({ ...request, ...(await complete?.(request as never, call)) }, call);
      if (!('answer' in answered)) return answered;
      const { answer, ...more } = answered;
      return { ...answer, ...more };
    },
  );
}

/** Of who has asked for a seat, and waits for it. */
const hasPlace = (answer: object): boolean => 'place' in answer && Number(answer.place) > 0;

/** Answers with more than the current status of the item. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  proposeOffer: answers.proposedOffer,
  requestPayment: answers.requestedPayment,
  requestPartPayment: answers.requestedPayment,
  requestRelease: answers.requestedPayment,
  requestAdvance: answers.requestedPayment,
  confirmStatement: answers.confirmedStatement,
  makePaymentFile: answers.madePaymentFile,
  rejectRemainingTransfers: answers.rejectedTransfers,
  confirmFileFailures: answers.confirmedFailures,
  importRates: answers.importedRates,
  enrol: answers.enrolled,
};

type Completion = (request: never, call: Call) => Promise<Message>;
type Completions = Readonly<Record<string, Completion | undefined>>;

/** What the gateway adds to what a request says, or asks first. */
const completionsIn = ({ 'project-registry': projects, 'sponsor-registry': sponsors }: Services) =>
  ({
    signAgreement: async (_: unknown, { actor }: Call) => ({ party: actor.organisation }),
    declineSignature: async (_: unknown, { actor }: Call) => ({ party: actor.organisation }),
    async relyOnClearance({ project }: { project: string }, call: Call) {
      const { proposer } = await projects.getProject({ id: project }, call);
      return { proposer, renamedTo: (await projects.renamedTo({ proposer }, call)).name };
    },
    async clearSubject({ passport: id }: { passport: string }, call: Call) {
      const { passport } = await sponsors.readPassport({ id, permissions: false }, call);
      return { clearedAs: (await projects.renamedTo({ proposer: passport?.subject ?? '' }, call)).name };
    },
    // ProblemError if nobody is registered under this id.
    requestDueDiligence: async ({ subject }: { subject: string }, call: Call) => {
      await projects.getProposer({ id: subject }, call);
      return {};
    },
  }) satisfies ByEdge<All> & Completions;

/** The commands of which the edge fills fields in, with what it fills in. */
type ByEdge<Contexts> = {
  readonly [Name in EdgeOf<Contexts>]: Completion;
};
type EdgeOf<Contexts> = Contexts extends unknown
  ? {
      [Name in keyof Contexts]: Contexts[Name] extends { request: infer Fields } ? (Filled<Fields> extends never ? never : Name) : never;
    }[keyof Contexts]
  : never;
type Filled<Fields> = { [Name in keyof Fields]: Fields[Name] extends { byEdge: true } ? Name : never }[keyof Fields];
