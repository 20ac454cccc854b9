import { useQuery } from '@tanstack/react-query';
import { itemQuery } from '../../../base/api/items.ts';
import { useSession } from '../../../base/api/session.ts';
import { inLocale } from '../../../base/parts/locale.ts';

export type Commitment = { readonly code: string; readonly text: string };

/** The commitments of a declaration in the language of the page; of the version that is named, or else of the one in force. */
function useCommitments(id: string | undefined, standsBy?: number): readonly Commitment[] {
  const session = useSession();
  const { data: declaration } = useQuery({
    ...itemQuery(session ? 'getDeclaration' : 'getPublicDeclaration', id ?? ''),
    enabled: Boolean(id) && session !== undefined,
  });
  const version = declaration?.versions.find(({ number }) => number === (standsBy ?? declaration.inForce));
  return (version?.text.commitments ?? []).map(({ code, text }) => ({
    code,
    text: inLocale(text),
  }));
}

/** The commitments that a signatory has signed. */
export function useSigned(signatory: string): readonly Commitment[] {
  const session = useSession();
  const { data } = useQuery({ ...itemQuery(session ? 'getSignatory' : 'getPublicSignatory', signatory), enabled: session !== undefined });
  return useCommitments(data?.declaration, data?.standsBy);
}
