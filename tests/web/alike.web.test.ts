import { hills, jpegOf } from '@junkan/kit/files/made.fixture.ts';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf } from './visits.ts';

const { site, actors, narrow } = await openSite();

const photo = (size: number, quality: number) => jpegOf(size, size, hills(1, size), quality);

test('before the verdict a verifier reads at a picture that another milestone has had it larger, and gets there', async () => {
  const city = await actors.city();
  const sponsor = await actors.sponsor();
  const officer = site.api.as(officerOf(city));
  const milestones: string[] = [];
  for (const [size, quality] of [
    [400, 90],
    [200, 50],
  ] as const) {
    const { id } = first(await actors.signed(await actors.agreed(city, [[sponsor, '1000.00']])));
    await passUntil(site.api, async () => (await officer.getMilestone({ id })).status !== 'scheduled');
    const { hash } = await officer.upload(new Uint8Array(photo(size, quality)), 'image/jpeg', { name: `site ${size}.jpg` });
    await officer.reportMilestone({ id }, { evidence: [hash] });
    milestones.push(id);
  }
  await settled(site.api);
  const verifier = await narrow('secretariat/secretariat.verifier', `/milestones/${milestones[1]}`);
  const { page } = verifier;
  await page.getByText('Looks like a picture that was cited before, in another milestone').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(await faultsOf(verifier)).toEqual([]);
  await page.getByRole('link', { name: 'Compare site 200.jpg with milestone 1 of these' }).press('Enter');
  await page.getByRole('link', { name: 'site 400.jpg', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/milestones/${milestones[0]}`);
  expect(verifier.complaints).toEqual([]);
});
