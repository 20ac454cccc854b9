import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import type { CommandParts } from '../../api/parts.ts';
import type { Proposal } from '../proposal.ts';
import type { Strange } from '../vocabulary.ts';

type Words = Pick<CommandParts, 'lists' | 'gazetteer'>;

/** A proposal with its place from the gazetteer, and the codes that neither that nor the lists contain. */
export async function known({ lists, gazetteer }: Words, proposal: Proposal): Promise<{ proposal: Proposal; strange: Strange }> {
  const place = proposal.place && (await gazetteer.find(proposal.place.id));
  return {
    proposal: { ...proposal, place },
    strange: { codes: codesIn(lists, proposal), place: place === undefined ? (proposal.place?.id ?? '') : '' },
  };
}

function codesIn(lists: Words['lists'], proposal: Proposal): Strange['codes'] {
  const { themes, instruments, indicators, wasteStreams, capacity, plannedIndicators } = proposal;
  return unknownCodes(lists, [
    ...saidIn('themes', 'themes', themes),
    ...saidIn('instruments', 'instruments', instruments),
    ...saidIn('indicators', 'indicators', indicators),
    ...wasteStreams.map(({ stream }, index) => ({ field: `waste_streams[${index}].stream`, list: 'waste-streams', code: stream })),
    ...(capacity ? [{ field: 'capacity.unit', list: 'units', code: capacity.unit }] : []),
    ...plannedIndicators.flatMap(({ code, unit }, index) => [
      { field: `planned_indicators[${index}].code`, list: 'indicators', code },
      { field: `planned_indicators[${index}].unit`, list: 'units', code: unit },
    ]),
  ]);
}
