import { partsOf } from '@junkan/kit/pure/parts.ts';
import type { Command, Rejection } from './agreement-commands.ts';
import type { Event } from './agreement-events.ts';
import type { Faces } from './agreement-faces.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import type { InForce, State } from './agreement-state.ts';

export type Agreement = {
  readonly state: State;
  readonly force: InForce;
  readonly command: Command;
  readonly event: Event;
  readonly rejection: Rejection;
  readonly parts: Faces;
  readonly facts: AgreementFacts;
};
export const { part, on, compose } = partsOf<Agreement>();
