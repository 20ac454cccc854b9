import { type Api, auditor, officerOf } from '../api.ts';
import type { DeclarationSummary } from '../summary.ts';
import { assessed, type City, invited, planned, signed, stepsOf } from './signing.ts';
import type { Time } from './time.ts';

/** An invented city, farther behind than the others. */
const SEEKER = { name: 'Surya Ganj', country: 'IN', place: '1268782' } as const;
const PRACTICE = { fiveR: 'recover', code: 'recover-organic' } as const;

type Parts = {
  readonly api: Api;
  readonly time: Time;
  readonly edition: string;
  /** The city that has done it, and will show how. */
  readonly from: City;
  readonly declaration: string;
  readonly hash: string;
  readonly decidedOn: string;
};

const YEAR_MS = 365 * 86_400_000;

/** A city that plans composting finds another that has verified it, is shown how, and does the same: both conclude. */
export async function learn({ api, time, edition, from, ...joining }: Parts): Promise<DeclarationSummary['exchange']> {
  // Its keys are its own, so that those of the declaration keep their places.
  const steps = stepsOf(api, `exchange${edition}`);
  const seeker = await invited(steps, { ...SEEKER, ...joining });
  await signed(steps.as, seeker, joining);
  const assessment = await assessed(seeker, 0);
  await planned(steps.as, seeker, joining.decidedOn);
  const terms = { capacity: 2, languages: ['en'], interpreter: false };
  const provider = steps.as(officerOf(from.id));
  await provider.setPeerTerms({}, { ...terms, open: true });
  await seeker.officer.setPeerTerms({}, { ...terms, open: false });
  await provider.tagAction({ id: await provedBy(api, from.id) }, { tags: PRACTICE });
  const content = { title: 'Composting in the district', themes: ['composting'] };
  const { id: action } = await seeker.officer.planAction({}, { place: SEEKER.place, content, tags: PRACTICE });
  // What both have done is in the view of those who look for peers.
  await time.until(async () => true);
  const { fit } = await seeker.officer.findPeers({ id: seeker.id });
  const { exchanges } = await seeker.officer.listExchanges({ seeker: seeker.id });
  // In data of an earlier version the years have passed by now, and the other city may be in no order to show anything.
  if (exchanges.length === 0 && !fit.some(({ peer }) => peer.city === from.id)) return undefined;

  const { admittedOn = '' } = await seeker.officer.getSignatory({ id: seeker.signatory });
  const by = new Date(Date.parse(admittedOn) + YEAR_MS).toISOString().slice(0, 10);
  const goals = [{ text: 'To run composting halls of our own', by }];
  const invitation = { provider: from.id, goals, travel: 'seeker', note: 'We would like to see how you do it.' } as const;
  const { id } = await seeker.officer.inviteToExchange({}, invitation);
  await provider.acceptExchange({ id });
  const { agreedAt = '' } = await provider.getExchange({ id });
  await provider.recordVisit(
    { id },
    { form: 'call', on: agreedAt.slice(0, 10), note: 'How the halls are aired, and who turns the heaps.' },
  );
  await seeker.officer.concludeExchange({ id }, { note: 'We know how to begin.', public: true });
  await provider.concludeExchange({ id }, { note: 'They asked what we had not asked ourselves.', public: true });
  await seeker.officer.tellFollowUp({ id }, { followUp: 'at-the-end', outcome: 'adopted', action, note: 'The first hall is planned.' });
  await seeker.officer.askSecondLook({ id: assessment }, { exchange: id });
  await provider.giveSecondLook({ id: assessment }, { levels: [{ dimension: 'capacity', level: 1 }] });
  await time.until(async () => true);

  const { status, topic, match, practices = [] } = await api.as(auditor).getExchange({ id });
  return { seeker: seeker.name, provider: from.name, status, topic, score: match?.score ?? '', practices: practices.length };
}

/** The action of a city that shows it: the one that says so, or else the first with a verified result. */
async function provedBy(api: Api, city: string): Promise<string> {
  const actions = await Array.fromAsync(api.as(auditor).each('listActions', { city }));
  const proved = actions.filter(({ results }) => results.some(({ certainty }) => certainty === 'verified'));
  const found = proved.find(({ code }) => code === PRACTICE.code) ?? proved[0];
  if (!found) throw new Error('no action of the city has a verified result');
  return found.id;
}
