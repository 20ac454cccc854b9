import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing } from '@junkan/programme/declaration/declaration.ts';
import { declarationActs } from '@junkan/programme/declaration/declaration-acts.ts';
import { BODIES, declarations } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';
import { DECLARATION } from './signatory.ts';

const number = fc.constantFrom(1, 2, 3);
const drafted = { type: 'DeclarationDrafted', number: 1, text: DECLARATION, at: NOW, by: 'per_a' };
const ofDeclaration = anyEvents('programme', typesOf(CONTEXTS.programme, 'declaration'), {
  given: { ...GIVEN, number, text: DECLARATION, texts: [] },
});
/** Those of a city name the declaration first as well. */
const { expressInterest: _express, inviteCity: _invite, formGroup: _form, draftAwardCycle: _award, ...commands } = COMMANDS.programme;
const onDeclaration = persons(commands as typeof COMMANDS.programme, 'declaration', {
  given: { number, text: DECLARATION },
  facts: { now: NOW },
});

type Event = { readonly type: string; readonly number?: number };
/** Versions are drafted one after the other; the one that is drafted is decided on. */
function isLegal({ type, number: of }: Event, state: object): boolean {
  const { status, versions = [] } = state as Partial<Existing>;
  const draft = versions.find((version) => version.status === 'draft');
  if (type === 'DeclarationWithdrawn') return status === 'published';
  if (type === 'DeclarationDrafted') return status !== 'withdrawn' && !draft && of === versions.length + 1;
  return of === draft?.number && (type === 'DraftDiscarded' || status !== 'withdrawn');
}

/** What cities sign. */
export const DECLARATIONS = {
  context: 'programme' as const,
  owned: declarations,
  events: ofDeclaration,
  commands: onDeclaration,
  first: drafted,
  begun: [
    [
      { type: 'DeclarationPublished', number: 1, texts: [], at: NOW, by: 'per_b' },
      { ...drafted, number: 2 },
    ],
  ],
  isLegal,
  permissionsOf: (state: Existing, by: Actor, now: string) => declarationActs.permissions(state, { now }, BODIES, by),
};
