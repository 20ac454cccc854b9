import { type Api, approver, secretary } from '../api.ts';

/** A sponsor and an agency that were registered under wrong names: the first proposal is refused, and the next one confirmed by a second person. */
export async function renameTwo(api: Api, edition: string): Promise<void> {
  const key = (...name: string[]) => ({ key: ['demonstration', edition, 'name', ...name].join(':') });
  const named = (name: string): string => `${name} ${edition}`.trim();
  const note = { note: 'The register of companies has another name.' };
  const [one, other] = [api.as(secretary), api.as(approver)];

  const { id: sponsor } = await one.registerSponsor({}, { name: named('Lanten trust'), kind: 'fund' }, key('sponsor'));
  await one.proposeSponsorChange({ id: sponsor }, { name: named('Lanterne trust'), ...note }, key('sponsor', 'first'));
  await other.refuseSponsorChange({ id: sponsor }, { proposal: 1, note: 'The register has no e at its end.' }, key('sponsor', 'refused'));
  await one.proposeSponsorChange({ id: sponsor }, { name: named('Lantern trust'), ...note }, key('sponsor', 'second'));
  await other.confirmSponsorChange({ id: sponsor }, { proposal: 2 }, key('sponsor', 'confirmed'));

  const agency = { name: named('Harbour agncy'), kind: 'agency', countries: ['JP'] } as const;
  const { id } = await one.registerProposer({}, agency, key('agency'));
  const proposed = { name: named('Harbour agency'), countries: ['JP', 'VN'], ...note };
  await one.proposeProposerChange({ id }, proposed, key('agency', 'first'));
  await other.refuseProposerChange({ id }, { proposal: 1, note: 'It has no seat in Vietnam.' }, key('agency', 'refused'));
  await one.proposeProposerChange({ id }, { ...proposed, countries: ['JP'] }, key('agency', 'second'));
  await other.confirmProposerChange({ id }, { proposal: 2 }, key('agency', 'confirmed'));
}
