import { settled } from '@junkan/scripts/main-job/clock.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const SECRETARIAT = 'secretariat';

/** What organisations are called: proposed and refused, proposed again and changed. */
export async function* ofDetails({ api, city, lender: { sponsor } }: Scene): Part<void> {
  yield* changing(sponsor, ['proposeSponsorChange', 'confirmSponsorChange', 'refuseSponsorChange'], {});
  yield* changing(city, ['proposeProposerChange', 'confirmProposerChange', 'refuseProposerChange'], { countries: ['JP', 'VN'] });
  await settled(api);
}

async function* changing(
  id: string,
  [proposing, confirming, refusing]: readonly [Possible['act'], Possible['act'], Possible['act']],
  more: object,
): Part<void> {
  const on = (act: Possible['act'], body: object): Possible => ({ act, of: { id }, body });
  const propose = on(proposing, { name: 'Another name', note: 'because', ...more });
  const by = () => ({ by: asRole(SECRETARIAT) });
  yield { state: 'registered', possible: [propose], done: { ...propose, ...by() } };
  const refuse = on(refusing, { proposal: 1, note: 'because' });
  yield { state: 'change proposed', possible: [on(confirming, { proposal: 1 }), refuse], done: { ...refuse, ...by() } };
  yield { state: 'change refused', possible: [propose], done: { ...propose, ...by() } };
  const confirm = on(confirming, { proposal: 2 });
  yield { state: 'change proposed', possible: [confirm], done: { ...confirm, ...by() } };
}
