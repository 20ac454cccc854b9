import { type Api, approverOf, certifierOf, type Person, secretary } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Agreement } from '../messages.ts';
import type { Member } from '../plan.ts';

export const agreementOf = async (api: Api, project: string): Promise<Agreement | undefined> => {
  const { agreements } = await api.as(secretary).listAgreements({ project });
  const [listed] = agreements;
  return listed ? api.as(secretary).getAgreement({ id: listed.id }) : undefined;
};

/** Who signs for whom: the city's certifier, and each sponsor's approver. */
export const signersOf = ({ proposer, shares }: Pick<Agreement, 'proposer' | 'shares'>): Person[] => [
  certifierOf(proposer),
  ...shares.map(({ sponsor }) => approverOf(sponsor)),
];

/** Both sides sign the content's hash. */
export async function sign(api: Api, cohort: readonly Member[]): Promise<void> {
  await inParallel(cohort, async ({ id }) => {
    const agreement = await agreementOf(api, id);
    if (agreement?.status !== 'draft') return;
    const { id: agreed, contentHash } = agreement;
    const signed = new Set(agreement.signatures.map(({ party }) => party));
    for (const as of signersOf(agreement)) {
      if (signed.has(as.organisation)) continue;
      const sending = { key: `sign:${agreed}`, correlationId: `cohort:${id}` };
      await api.as(as).signAgreement({ id: agreed }, { contentHash }, sending);
    }
  });
  await settled(api);
}
