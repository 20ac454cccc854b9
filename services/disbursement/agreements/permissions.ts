import type { TablesIn } from '@junkan/kit/pure/parts.ts';
import { type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { agreement, decide, type parts } from './agreement.ts';
import type { Command, Rejection } from './agreement-faces.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import { type Existing, isInForce } from './agreement-state.ts';
import { onContract } from './contract/contract-acts.ts';

/** What an actor may do with an agreement and its parts: each operation is decided with a body to which no rule objects. */
export const agreementPermissions = (state: Existing, facts: AgreementFacts, bodies: Bodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [
      { as: { ...onContract(state, facts, by.organisation), ...agreement.begins(state, facts) } },
      ...(isInForce(state) ? agreement.attempts(state, facts, by) : []),
    ],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['AgreementIsUnknown', 'PartyIsNotOfTheAgreement'],
    by,
  });

/** What the bodies of their operations say. */
export type Bodies = BodiesFor<Command, ReturnType<typeof onContract> & TablesIn<typeof parts>>;
