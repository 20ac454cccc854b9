import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Words } from '@junkan/proto/junkan/common/v1/common.ts';
import type { MeasureRefusal } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { agreements } from '../../mapping.ts';

/** With which words the newest draft was declined, and measures were refused. */
export function agreementHistory(commits: readonly Commit[]): { declined: Words | undefined; refusals: MeasureRefusal[] } {
  let declined: Words | undefined;
  const refusals: MeasureRefusal[] = [];
  for (const { events, actor, at } of commits) {
    for (const stored of events) {
      const event = agreements.codec.decode(stored);
      const said: Words = { note: 'note' in event ? event.note : '', erased: false, by: actor.person, at };
      if (event.type === 'AgreementDrafted') declined = undefined;
      if (event.type === 'AgreementVoided' && event.party !== '') declined = said;
      if (event.type === 'MeasureRefused') refusals.push({ measure: event.measure, refusal: said });
    }
  }
  return { declined, refusals };
}
