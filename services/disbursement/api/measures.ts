import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { TrancheChange } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { DisbursementCommandServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Command, Standing } from '../domain/agreement-commands.ts';
import type { AgreementId } from '../domain/agreement-state.ts';
import * as domain from '../domain/agreement-state.ts';
import { agreements, type Judgement } from '../mapping.ts';
import { judgements, type ProjectRegistry } from './registry.ts';

type Parts = {
  toAgreement: Commander<Command>;
  texts: Texts;
  clock: PolicyClock;
  store: EventStore;
  projectRegistry: ProjectRegistry;
};
type MeasureRpcs = 'proposeMeasure' | 'approveMeasure' | 'refuseMeasure' | 'completeTermination';

/** The commands of measures, which are part of their agreement's stream. */
export function measureCommands({
  toAgreement,
  texts,
  clock,
  store,
  projectRegistry,
}: Parts): Pick<Handlers<typeof DisbursementCommandServiceService>, MeasureRpcs> {
  return {
    async proposeMeasure({ agreement: id, kind, note, changes }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const text = await texts.draft(note.trim(), { stream: agreement, by: call.actor });
      const command = {
        type: 'ProposeMeasure' as const,
        kind: oneOf(domain.MEASURES, kind, 'kind'),
        note: text.reference,
        changes: changes.map(changeOf),
        now: clock.now(),
        by: call.actor,
      };
      return toAgreement(agreement, command, call, text.keep);
    },

    async approveMeasure({ agreement: id, measure }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const command = { type: 'ApproveMeasure' as const, agreement, measure, hashOf: sha256, now: clock.now(), by: call.actor };
      return toAgreement(agreement, command, call);
    },

    async refuseMeasure({ agreement: id, measure, note }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const text = await texts.draft(note.trim(), { stream: agreement, by: call.actor });
      return toAgreement(agreement, { type: 'RefuseMeasure', measure, note: text.reference, by: call.actor }, call, text.keep);
    },

    async completeTermination({ agreement: id }, call) {
      const agreement = idOf('agr', id, 'agreement');
      const standing = await standingOf(agreement, { store, projectRegistry }, call);
      return toAgreement(agreement, { type: 'CompleteTermination', agreement, standing, by: call.actor }, call);
    },
  };
}

const changeOf = ({ tranche, dueOn, amount }: TrancheChange, index: number): domain.TrancheChange => ({
  tranche,
  dueOn,
  amount: amount && moneyOf(amount, `changes[${index}].amount`),
});

/** Where the milestones of the tranches stand, as the registry knows them now. */
async function standingOf(
  agreement: AgreementId,
  { store, projectRegistry }: Pick<Parts, 'store' | 'projectRegistry'>,
  call: Received,
): Promise<Standing> {
  const { state } = await store.load(agreements, agreement);
  if (state.status === 'absent' || !domain.isInForce(state)) return { payable: [], uncut: [], open: [] };
  const cut = state.verdicts.map(({ tranche }) => tranche);
  const numbers = state.tranches.map(({ number }) => number);
  const found = await judgements(projectRegistry, agreement, numbers, call);
  const where = (...wanted: readonly (Judgement | 'absent')[]): number[] =>
    found.filter(({ judgement }) => wanted.includes(judgement)).map(({ number }) => number);
  return {
    payable: where('met', 'met-in-part'),
    uncut: where('met-in-part', 'not-met').filter((number) => !cut.includes(number)),
    // One that has not begun yet, or of which nothing is known, is not closed either.
    open: where('open', 'absent'),
  };
}
