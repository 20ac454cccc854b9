import type { Actor } from '@junkan/proto/actor.ts';
import { READERS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { PolicyInstrument } from '@junkan/proto/junkan/programme/v1/policy_model.ts';
import { type DraftComment, SupportRequest } from '@junkan/proto/junkan/programme/v1/support_model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { type Relation, readable, relationOf } from '@junkan/proto/readers.ts';

// Published: views of what this service decides filter it by the same rules.

type OfInstrument = { readonly owner: string };
/** What is drafted is for who drafts it and for those who oversee it. */
export const isInstrumentThere = (state: OfInstrument & { readonly isOpen: boolean }, actor: Actor): boolean =>
  state.isOpen || oversees(actor) || actor.organisation === state.owner;

export const relationToInstrument = (actor: Actor, { owner }: OfInstrument): Relation => relationOf(actor, { proposer: owner });

export const instrumentFor = (actor: Actor, instrument: PolicyInstrument): PolicyInstrument =>
  PolicyInstrument.fromPartial(readable(instrument, READERS.PolicyInstrument, relationToInstrument(actor, instrument)).shown);

type OfRequest = {
  readonly city: string;
  readonly experts: readonly { readonly person: string; readonly organisation: string; readonly until: string }[];
};
const isExpertOf = ({ experts }: OfRequest, { person, organisation }: Actor): boolean =>
  experts.some((each) => each.until === '' && each.person === person && each.organisation === organisation);

/** Of an organisation the one person is a party who advises now; the city is, with all who act for it. */
export function relationToRequest(actor: Actor, request: OfRequest): Relation {
  if (oversees(actor)) return 'overseer';
  if (actor.organisation === request.city) return 'proposer';
  return isExpertOf(request, actor) ? 'partner' : 'stranger';
}

/** What everybody reads of a comment in a window: not who said it, and nothing of what is hidden. */
const openly = (comment: DraftComment): DraftComment => ({
  ...comment,
  ...{ by: '', organisation: '', answeredBy: '' },
  ...(comment.hidden === '' ? {} : { note: '', endNote: '' }),
});

/**
 * A comment within the city is for the city alone, not even for those who oversee it; one among partners, for them. Everybody reads the draft of a window while
 * it is open, and then and later what was said in it.
 */
export function requestFor(actor: Actor, request: SupportRequest, now: string): SupportRequest {
  const relation = relationToRequest(actor, request);
  const shown = SupportRequest.fromPartial(readable(request, READERS.SupportRequest, relation).shown);
  const own = relation === 'proposer' ? request.internalComments : [];
  if (relation !== 'stranger') return { ...shown, internalComments: own };
  const window = request.windows.find(({ from, until }) => from <= now && now < until);
  const drafts = request.drafts.filter(({ number }) => number === window?.draft);
  const { adoption } = shown;
  return {
    ...shown,
    internalComments: [],
    drafts: drafts.map((each) => ({ ...each, by: '', paragraphs: each.paragraphs.map((one) => ({ ...one, by: '' })) })),
    comments: shown.comments.filter(({ circle }) => circle === 'public').map(openly),
    adoption: adoption && { ...adoption, recordedBy: '', checkedBy: '', checkDue: '' },
    outcomes: shown.outcomes.map((each) => ({ ...each, by: '' })),
  };
}
