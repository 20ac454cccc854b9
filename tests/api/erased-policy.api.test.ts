import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { CONTEXT_NAMES, type Context } from '@junkan/proto/programs.ts';
import { certifierOf, expertOf, nameOf, officerOf, rolesOf, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { erase } from '@junkan/scripts/operate/erase.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type Change, changes } from '../changes.ts';
import { passedTo } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';
import { adopted, advised, FEE, published } from '../policy.ts';

const { system, api, actors, web } = await openSystem();
const by = api.as;

/** What they have typed. */
const WORDS = {
  question: 'How do we begin?',
  internal: 'Covers 38 % of running cost.',
  internalAnswer: 'The budget bears it.',
  partner: 'Others began low, too.',
  partnerAnswer: 'So do we.',
  public: 'What of those who cannot pay?',
  publicAnswer: 'They get ten bags.',
  outcome: 'Half as much is thrown away.',
  superseded: 'The council of Taipei has another by now.',
};
const NOT = 'not-taken-up';

/** A request with something typed by everybody who has a part in it, adopted, with what came of it, and its template superseded. */
async function toldOf() {
  const of = await advised(api, actors);
  const { id, template, officer, certifier, expert } = of;
  const { sponsor } = await actors.sponsor();
  const stranger = sponsorOfficerOf(sponsor);
  const comment = { draft: 1, paragraph: 1 };
  await certifier.openCommentWindow({ id }, { draft: 1, days: 7 });
  await officer.commentInternally({ id }, { ...comment, note: WORDS.internal });
  await certifier.answerInternalComment({ id, comment: '1' }, { commentOutcome: NOT, note: WORDS.internalAnswer });
  await by(secretary).commentOnDraft({ id }, { ...comment, circle: 'partner', note: WORDS.partner });
  await expert.answerComment({ id, comment: '1' }, { commentOutcome: NOT, note: WORDS.partnerAnswer });
  await by(stranger).commentOnDraft({ id }, { ...comment, circle: 'public', note: WORDS.public });
  await expert.answerComment({ id, comment: '2' }, { commentOutcome: NOT, note: WORDS.publicAnswer });
  await passedTo(api, first((await officer.getSupportRequest({ id })).windows).until);
  await adopted(api, of);
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  await passedTo(api, `${plusMonths(decidedOn, 12)}T03:00:00.000Z`);
  await officer.tellOutcomeOfAdoption({ id }, { afterAdoption: 'works', note: WORDS.outcome });
  const successor = await published(api, { ...FEE, reference: 'TW-TP-2027-bags' });
  await by(secretary).supersedeInstrument({ id: template }, { successor, note: WORDS.superseded });
  await settled(api);
  return { ...of, stranger };
}

const asked = (id: string, template: string): readonly (readonly [OperationName, Parameters])[] => [
  ['getSupportRequest', { id, with: 'names' }],
  ['getSupportRequestTimeline', { id }],
  ['getPublicSupportRequest', { id }],
  ['listSupportRequests', {}],
  ['getPolicyInstrument', { id: template, with: 'names' }],
  ['getPolicyInstrumentTimeline', { id: template }],
  ['getPublicPolicyInstrument', { id: template }],
  ['listPolicies', {}],
  ['listWork', {}],
];

/** What was typed is not there any more, which is said. */
const isErasure = ({ at, before, after }: Change): boolean =>
  (after === undefined && Object.values(WORDS).includes(String(before))) || (at.endsWith('/erased') && before === false && after === true);

test('who asked, advised, commented and told can be erased: their words are gone, and adoption and distance stand', async () => {
  const { id, template, city, partner, stranger } = await toldOf();
  const readers = [officerOf(city), secretary, expertOf(partner), stranger].map((someone) => ({
    ...{ person: `reader/${nameOf(someone)}`, organisation: someone.organisation },
    roles: rolesOf(someone.role),
  }));
  const everything = async () => {
    const answers: Record<string, unknown> = {};
    for (const reader of readers)
      for (const [name, parameters] of asked(id, template)) {
        const { status, bytes } = await web.ask(name.includes('Public') ? undefined : reader, name, parameters);
        answers[`${reader.person} ${name}`] = status === 200 ? JSON.parse(bytes.toString()) : { status };
      }
    return answers;
  };
  const missing = (answers: object): string[] => Object.values(WORDS).filter((each) => !JSON.stringify(answers).includes(each));
  const before = await everything();
  expect(missing(before)).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});

  const db = (context: string) => system.database(context as Context);
  const persons = [officerOf(city), certifierOf(city), expertOf(partner), secretary, stranger].map(nameOf);
  for (const person of persons) expect(await erase({ contexts: CONTEXT_NAMES, db }, person)).toBeGreaterThan(0);
  const after = await everything();
  expect(missing(after)).toEqual(Object.values(WORDS));
  expect(changes(before, after).filter((change) => !isErasure(change))).toEqual([]);
  const { adoption, outcomes } = await by(officerOf(city)).getSupportRequest({ id });
  expect(adoption).toMatchObject({
    draft: 1,
    distances: [{ instrument: template, distance: { kept: 1, changed: 1, added: 1, removed: 0 } }],
  });
  expect(outcomes).toMatchObject([{ months: 12, outcome: 'works' }]);
  expect(await verifiedFaults(system)).toEqual({});
});
