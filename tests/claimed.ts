import { type Api, approver, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { usd } from './actors.ts';

/**
 * What was paid is claimed back twice: one claim is refused, and of the other a part is reported as eligible, which is refused as well, and
 * then all of it.
 */
export async function claimed(api: Api, { agreement: id, city }: { readonly agreement: string; readonly city: string }): Promise<void> {
  const claim = { kind: 'unspent' as const, amount: usd('10.00'), note: 'Less was needed.' };
  await api.as(secretary).claimRecovery({ id: id }, claim);
  await api.as(approver).refuseRecovery({ id: id, number: 1 }, { note: 'It was spent.' });
  await api.as(secretary).claimRecovery({ id: id }, claim);
  const recovery = { id: id, number: 2 };
  await api.as(officerOf(city)).answerRecovery(recovery, { note: 'It was not needed.' });
  await api.as(approver).approveRecovery(recovery);
  await api.as(secretary).proposeResolution(recovery, { kind: 'justified', amount: usd('5.00'), note: 'It was.' });
  await api.as(approver).refuseResolution({ ...recovery, resolution: '1' }, { note: 'It was not.' });
  await api.as(secretary).proposeResolution(recovery, { kind: 'justified', amount: usd('10.00'), note: 'It was spent after all.' });
  await api.as(approver).confirmResolution({ ...recovery, resolution: '2' });
}
