import { partsOf } from '@junkan/kit/pure/parts.ts';
import type { Command, Event, Faces, Rejection } from './agreement-faces.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import type { Existing, InForce, State } from './agreement-state.ts';

export type Agreement = {
  readonly state: State;
  readonly item: Existing;
  readonly force: InForce;
  readonly command: Command;
  readonly event: Event;
  readonly rejection: Rejection;
  readonly parts: Faces;
  readonly facts: AgreementFacts;
};
export const { part, on, compose } = partsOf<Agreement>();
