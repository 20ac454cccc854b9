import { type Api, secretary } from '../api.ts';

/** An invented network and an invented university, whose people teach, advise and judge. @returns the one that teaches. */
export async function registerPartners(api: Api, edition: string): Promise<string> {
  const named = (name: string): string => `${name} ${edition}`.trim();
  const register = async (kind: 'network' | 'university', japanese: string, themes: readonly string[]) => {
    const key = (step: string) => ({ key: `demonstration${edition}:${kind}:${step}` });
    const names = { name: named(`Demonstration ${kind}`), otherNames: [{ language: 'ja', name: named(japanese) }] };
    const website = `https://${kind}.example.org`;
    const { id } = await api.as(secretary).registerPartner({}, { ...names, kind, country: 'JP', website, themes }, key('registered'));
    const contact = `Office of the ${kind}, office@${kind}.example.org`;
    await api.as(secretary).namePartnerContact({ id }, { contact }, key('contact'));
    return id;
  };
  const teaches = await register('network', 'デモンストレーション・ネットワーク', ['repair', 'composting']);
  await register('university', 'デモンストレーション大学', ['solid-waste']);
  return teaches;
}
