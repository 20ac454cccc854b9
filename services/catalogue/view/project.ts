import { projectFold } from '@junkan/project-registry/fold.ts';
import type { Place, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { termsOfCodes } from '../text/code-names.ts';
import { amountOf, type Item, joined, type Listed, type Placed, titleKey } from './item.ts';

/** `screeners`: everybody of the secretariat who asked about it, declared on it or opened it, none of whom approves it. */
export type ProjectState = Project & { readonly screeners: readonly string[] };

type State = (typeof projectFold)['initial'];

export const project: Listed<State, Project, ProjectState> = {
  kind: 'project',
  fold: projectFold,
  seen: (message, { state }) => ({ ...message, screeners: [...(('screeners' in state && state.screeners) || [])] }),
  items: (seen, kept) => [itemOf(seen, kept)],
};

/** The time by which somebody should have acted on a project in this status; empty = nobody has to. */
function dueOf({ status, screeningDue, informationDue, openingDue, roundDeadline, approvalDue, closingDue }: Project): string {
  const due: Readonly<Record<string, string>> = {
    submitted: screeningDue,
    'more-information-required': informationDue,
    eligible: openingDue,
    open: roundDeadline,
    funded: approvalDue,
    completed: closingDue,
  };
  return due[status] ?? '';
}

/** The words by which a project is found. */
export function textOf({ proposal }: Pick<Project, 'proposal'>) {
  const {
    title = '',
    reference = '',
    description = '',
    milestones = [],
    place,
    countries = [],
    themes = [],
    wasteStreams = [],
  } = proposal ?? {};
  return {
    title,
    summary: [description, ...milestones.map((milestone) => milestone.title)].join('\n'),
    reference,
    place: place?.name ?? '',
    codes: [
      ...termsOfCodes('countries', countries),
      ...termsOfCodes('themes', themes),
      ...termsOfCodes(
        'waste-streams',
        wasteStreams.map(({ stream }) => stream),
      ),
    ].join(' '),
  };
}

/** Degrees of the cells into which places are put. */
const CELL = 2;

/** The place, and its cell, named by its south-west corner: n34e138. Empty = not given. */
function placedAt(place: Place | undefined) {
  const { name = '', country = '', latitude = '', longitude = '' } = place ?? {};
  const corner = (degrees: string, [below, above]: readonly [string, string]): string => {
    const edge = Math.floor(Number(degrees) / CELL) * CELL;
    return `${edge < 0 ? below : above}${String(Math.abs(edge)).padStart(2, '0')}`;
  };
  const cell = latitude === '' || longitude === '' ? '' : `${corner(latitude, ['s', 'n'])}${corner(longitude, ['w', 'e'])}`;
  return { cell, placeName: name, placeCountry: country, latitude, longitude };
}

function itemOf(seen: ProjectState, { n, created, updated }: Placed): Item {
  const { id, version, status, proposer, proposal, submission } = seen;
  const { reference = '', title = '', countries = [], themes = [] } = proposal ?? {};
  const isOpen = submission > 0;
  return {
    kind: 'project',
    id,
    n,
    columns: {
      version,
      status,
      proposer,
      reference,
      created,
      updated,
      ...amountOf(proposal?.target),
      country: countries[0] ?? '',
      countries: joined(countries),
      themes: joined(themes),
      title: titleKey(title),
      due: dueOf(seen),
      open: isOpen ? 1 : 0,
      ...placedAt(proposal?.place),
    },
    tags: { country: countries, theme: themes },
    parties: [],
    text: textOf(seen),
    cube: isOpen ? { status, countries, themes } : undefined,
    doc: () => projectFold.toJson(seen),
  };
}
