import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import type { Given } from '../../opened/Act.tsx';
import { useProofs } from '../../uploads/Proven.tsx';

/** What is done at a paragraph, or has a form of its own. */
const ELSEWHERE: readonly string[] = ['commentOnDraft', 'commentInternally', 'offerDraft'];
const OF_NEWEST: readonly string[] = ['openCommentWindow', 'deliverDraft'];

/** What may be done to the request itself. */
export function WholeActs({ request }: { readonly request: Schemas['SupportRequest'] }) {
  const { names = {}, drafts, delivered } = request;
  const proofs = useProofs({ names });
  const newest = drafts.at(-1)?.number ?? 0;
  const given = ({ operation }: { readonly operation: string }): Given => {
    if (OF_NEWEST.includes(operation)) return { body: { draft: newest } };
    if (operation !== 'recordAdoption') return {};
    const { evidence = [] } = (proofs.body ?? {}) as { readonly evidence?: readonly string[] };
    return { body: { draft: delivered, documents: [...evidence] }, ...(proofs.own && { own: proofs.own }) };
  };
  return (
    <Acts
      item={request}
      only={({ operation, comment, answer }) => !comment && !ELSEWHERE.includes(operation) && answer === 'allowed'}
      given={given}
    />
  );
}
