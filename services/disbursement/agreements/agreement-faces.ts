import type { Advances } from './advances/advance-commands.ts';
import type { Fulfilments } from './conditions/condition-commands.ts';
import type { ContractCommand, ContractEvent, ContractRejection } from './contract/contract.ts';
import type { Exchanges, Returns } from './exchange/exchange-state.ts';
import type { Holds } from './holds/hold.ts';
import type { Measures } from './modifications/measure-commands.ts';
import type { Payments } from './payments/payment-commands.ts';
import type { Recoveries } from './recoveries/recovery-commands.ts';
import type { GivenBack } from './retention/retention-commands.ts';
import type { Drawings } from './unfunded/drawing.ts';

/** The parts of an agreement, under the names by which its state keeps them: a line here, and one in agreement.ts. */
export type Faces = {
  readonly measures: Measures;
  readonly fulfilments: Fulfilments;
  readonly recoveries: Recoveries;
  readonly payments: Payments;
  readonly advances: Advances;
  readonly holds: Holds;
  readonly givenBack: GivenBack;
  readonly exchanges: Exchanges;
  readonly returns: Returns;
  readonly drawings: Drawings;
};

type OfParts = Faces[keyof Faces];
export type Command = ContractCommand | OfParts['command'];
export type Event = ContractEvent | OfParts['event'];
export type Rejection = ContractRejection | OfParts['rejection'];
