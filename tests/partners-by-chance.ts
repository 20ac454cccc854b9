import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { BODIES, partners } from '@junkan/programme/mapping.ts';
import type { Existing } from '@junkan/programme/partners/partner.ts';
import { partnerActs } from '@junkan/programme/partners/partner-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

const registered = {
  type: 'PartnerRegistered',
  name: 'Repair Network',
  otherNames: [],
  kind: 'network',
  country: 'JP',
  website: '',
  themes: ['repair'],
  at: NOW,
  by: 'per_a',
};
const contact = fc.constantFrom('', 'txt_a', 'txt_b');

/** Organisations whose people teach, advise or judge. */
export const PARTNERS = {
  context: 'programme' as const,
  owned: partners,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'partner', 'PartnerRegistered'), { given: { ...GIVEN, contact } }),
  commands: persons(COMMANDS.programme, 'partner', { given: { contact }, facts: { now: NOW } }),
  first: registered,
  isLegal: ({ type }: { readonly type: string }, { status }: { readonly status?: string }) =>
    type !== 'PartnerRegistered' && status === 'registered',
  permissionsOf: (state: Existing, by: Actor, now: string) => partnerActs.permissions(state, { now }, BODIES, by),
};
