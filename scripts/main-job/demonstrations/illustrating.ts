import { officerOf, verifier } from '../api.ts';
import type { Milestone } from '../messages.ts';
import { document } from '../stand-ins/documents.ts';
import { photograph } from '../stand-ins/photographs.ts';
import type { Base } from './base.ts';
import type { About } from './demo-parties.ts';

const JPEG = 'image/jpeg';
const PDF = 'application/pdf';
const DAY_MS = 86_400_000;
/** So many days before its report is due the work of a milestone is photographed. */
const DAYS_BEFORE = 12;
/** In degrees: some hundreds of metres, and another town. */
const [NEAR, FAR] = [0.003, 1.1];

/** Of these projects one photograph was taken elsewhere, which the verifier is to see. */
const ASTRAY: readonly string[] = ['to-verify'];

/** The hashes of the files of a report: of one that was sent, by an earlier version perhaps, those that it has. */
export async function filesOf(base: Base, id: string): Promise<readonly string[]> {
  const { hash } = await base.as(officerOf(base.city)).upload(new TextEncoder().encode(`Report on ${id}`), 'text/plain');
  if (!base.demoParties.about(base.name).isIllustrated) return [hash];
  const milestone = await base.milestone(id);
  return milestone.report?.evidence ?? [hash, ...(await siteFiles(base, milestone))];
}

/** What a city proves a milestone by, as stand-ins: two photographs of the site, what was weighed there, and the record of its handover. */
async function siteFiles(base: Base, milestone: Milestone): Promise<string[]> {
  const { proposal } = await base.project(milestone.project);
  const by = base.as(officerOf(base.city));
  const day = new Date(Date.parse(milestone.dueOn) - DAYS_BEFORE * DAY_MS).toISOString().slice(0, 10);
  const picture = async (number: number, away: number): Promise<string> => {
    const taken = { at: `${day}T10:${number}5:00+07:00`, ...pointBy(proposal.place, away) };
    return (await by.upload(photograph(`${milestone.id}/${number}`, taken), JPEG, { name: `Photograph ${number} of the site.jpg` })).hash;
  };
  const weighed = new TextEncoder().encode(readings(day));
  const handover = await document(`Handover: ${milestone.title}`, [
    proposal.title ?? '',
    `Handed over on ${day}.`,
    'Seen, counted and signed by both sides.',
  ]);
  return [
    await picture(1, NEAR),
    await picture(2, ASTRAY.some((name) => base.name.endsWith(name)) ? FAR : NEAR),
    (await by.upload(weighed, 'text/csv', { name: 'Weighed at the gate.csv' })).hash,
    (await by.upload(handover, PDF, { name: 'Record of the handover.pdf' })).hash,
  ];
}

/** What a proposal is judged by, as stand-ins. */
export async function papersOf(base: Base, { title, description }: Pick<About, 'title' | 'description'>) {
  const by = base.as(officerOf(base.city));
  const study = await document('Feasibility study', [
    title,
    description,
    'Demand, site, technology, cost and risks are looked into in turn.',
  ]);
  const letter = await document('Letter of the council', [`The council supports “${title}” and gives its own part.`]);
  return [
    { title: 'Feasibility study', hash: (await by.upload(study, PDF, { name: 'Feasibility study.pdf' })).hash, language: 'en' },
    { title: 'Letter of the council', hash: (await by.upload(letter, PDF, { name: 'Letter of the council.pdf' })).hash, language: 'en' },
  ];
}

/** What a verifier saw on a visit, as a stand-in. Answers its hash. */
export async function seenBy(base: Base, { id, project }: Milestone, day: string): Promise<string> {
  const { proposal } = await base.project(project);
  const taken = { at: `${day}T09:30:00+07:00`, ...pointBy(proposal.place, NEAR) };
  return (await base.as(verifier).upload(photograph(`${id}/visit`, taken), JPEG, { name: 'Seen on the visit.jpg' })).hash;
}

type Point = { readonly latitude?: string; readonly longitude?: string };

function pointBy({ latitude, longitude }: Point = {}, away: number): Required<Point> | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude: (Number(latitude) - away).toFixed(6), longitude: (Number(longitude) + away).toFixed(6) };
}

/** Ten days of the scale, up to this one. */
function readings(day: string): string {
  const rows = Array.from({ length: 10 }, (_, back) => {
    const on = new Date(Date.parse(day) - (9 - back) * DAY_MS).toISOString().slice(0, 10);
    return `${on},${(2.5 + ((back * 7) % 5) / 4).toFixed(2)},${(0.75 + (back % 3) / 4).toFixed(2)}`;
  });
  return ['day,tonnes in,tonnes left over', ...rows, ''].join('\n');
}
