import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import {
  type CommandOf,
  type Event,
  type Existing,
  isIn,
  type ProjectDocument,
  type Rejection,
  type Status,
  WITHDRAWABLE,
} from './project.ts';
import { wrongStatus } from './project-refusals.ts';

type Decision = Decided<Event, Rejection>;

/** Each revision is kept in the trail, which has to stay readable. */
export const MAX_REVISIONS = 200;

/** Documents are part of what is screened: they change while the proposal may. */
export function attach({ documents, unknownEvidence, by }: CommandOf<'AttachDocuments'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.AttachDocuments, state.proposer);
  if (refusal) return refuse(refusal);
  if (!isIn(state, ['draft', 'more-information-required'])) return wrongStatus(state, 'draft', 'more-information-required');
  if (isSame(state.documents, documents)) return alreadyApplied;
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  if (state.revisions >= MAX_REVISIONS) return refuse({ type: 'RevisionsAreTooMany', maximum: MAX_REVISIONS });
  return accept({ type: 'ProjectDocumentsAttached', documents, by: by.person });
}

const isSame = (a: readonly ProjectDocument[], b: readonly ProjectDocument[]): boolean =>
  JSON.stringify(listed(a)) === JSON.stringify(listed(b));
const listed = (documents: readonly ProjectDocument[]) => documents.map(({ title, hash, language }) => [title, hash, language]);

/** People come and go as long as there is something to ask them about. */
export function nameContacts({ contacts, by }: CommandOf<'NameContacts'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.NameContacts, state.proposer);
  if (refusal) return refuse(refusal);
  if (!isIn(state, GOING_ON)) return wrongStatus(state, ...GOING_ON);
  return state.contacts === contacts ? alreadyApplied : accept({ type: 'ProjectContactsNamed', contacts, by: by.person });
}

const GOING_ON = [...WITHDRAWABLE, 'approved', 'in-implementation', 'suspended', 'completed'] as const satisfies readonly Status[];
