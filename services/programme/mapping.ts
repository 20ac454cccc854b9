import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Same } from '@junkan/kit/same.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import type * as published from '@junkan/proto/junkan/programme/v1/language.ts';
import * as declaration from './declaration/declaration.ts';
import type { CHECKS } from './declaration/joining.ts';
import type { Extension, Notice } from './declaration/obligation.ts';
import type * as signatory from './declaration/signatory.ts';
import { decide as decideSignatory } from './declaration/signatory-decide.ts';
import { actionFold, declarationFold, signatoryFold } from './fold.ts';
import type * as action from './results/action.ts';
import { decide as decideAction } from './results/action-decide.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<declaration.Existing['status'], published.DeclarationStatus>;
true satisfies Same<declaration.VersionStatus, published.DeclarationVersionStatus>;
true satisfies Same<signatory.Status, published.SignatoryStatus>;
true satisfies Same<Extension['status'], published.ExtensionStatus>;
true satisfies Same<Notice['status'], published.NoticeStatus>;
true satisfies Same<(typeof CHECKS)[number], published.SignatureCheck>;
true satisfies Same<action.Existing['status'], published.ActionStatus>;
true satisfies Same<(declaration.Rejection | signatory.Rejection | action.Rejection)['type'], published.Rejection>;

export const declarations: Aggregate<declaration.State, declaration.Command, declaration.Event, declaration.Rejection> = {
  ...declarationFold,
  decide: declaration.decide,
  statusOf: ({ status }) => status,
};

export const signatories: Aggregate<signatory.State, signatory.Command, signatory.Event, signatory.Rejection> = {
  ...signatoryFold,
  decide: decideSignatory,
  statusOf: ({ status }) => status,
};

export const actions: Aggregate<action.State, action.Command, action.Event, action.Rejection> = {
  ...actionFold,
  decide: decideAction,
  statusOf: ({ status }) => status,
};
