import { type Api, secretary } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Agreement } from '../messages.ts';
import type { Member } from '../plan.ts';

export const agreementOf = async (api: Api, project: string): Promise<Agreement | undefined> => {
  const { agreements } = await api.get<{ agreements: Agreement[] }>(`/agreements?project=${project}`, { as: secretary });
  const [listed] = agreements;
  return listed ? api.get<Agreement>(`/agreements/${listed.id}`, { as: secretary }) : undefined;
};

/** Both sides sign the content's hash: the city's certifier and each sponsor's approver. */
export async function sign(api: Api, cohort: readonly Member[]): Promise<void> {
  await inParallel(cohort, async ({ id }) => {
    const agreement = await agreementOf(api, id);
    if (agreement?.status !== 'draft') return;
    const signed = new Set(agreement.signatures.map(({ party }) => party));
    const parties = [
      { organisation: agreement.proposer, role: 'proposer.certifier' },
      ...agreement.shares.map(({ sponsor }) => ({ organisation: sponsor, role: 'sponsor.approver' })),
    ];
    for (const as of parties) {
      if (signed.has(as.organisation)) continue;
      await api.command(
        'POST',
        `/agreements/${agreement.id}/signatures`,
        { contentHash: agreement.contentHash },
        { as, key: `sign:${agreement.id}`, chain: `cohort:${id}` },
      );
    }
  });
  await settled(api);
}
