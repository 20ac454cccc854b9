import type { Section } from './cells.ts';

export type Reader = 'council' | 'sponsors' | 'public' | 'sdg';

/** Which sections answer the questions of a reader, in the order in which it asks them. */
export const READERS: Readonly<Record<Reader, readonly Section[]>> = {
  council: ['standing', 'commitments', 'governance', 'next'],
  sponsors: ['actions', 'results', 'evidence'],
  public: ['results', 'actions', 'commitments'],
  sdg: ['results'],
};

/** What another framework asks, and which indicators answer it: targets and indicators of the Sustainable Development Goals. */
export const GOALS: readonly (readonly [question: string, indicators: readonly string[]])[] = [
  ['2.4', ['nutrients-returned']],
  ['6.3', ['water-reuse-rate', 'water-reused']],
  ['6.3.1', ['wastewater-treated']],
  ['6.4', ['water-per-person']],
  ['7.2', ['energy-recovered']],
  ['7.2.1', ['renewable-share']],
  ['8.5', ['jobs-created']],
  ['8.8', ['informal-integrated']],
  ['9.3', ['circular-businesses']],
  ['11.6', ['disposal-cost', 'households-served', 'people-served']],
  ['11.6.1', ['collection-coverage', 'controlled-share', 'tonnes-collected', 'tonnes-landfilled']],
  ['12.2', ['recycled-content', 'renewable-content', 'reused-content', 'virgin-saved']],
  ['12.2.2', ['material-input']],
  ['12.3', ['food-redistributed']],
  ['12.3.1', ['food-waste', 'food-waste-per-person']],
  ['12.4.2', ['ewaste-collected', 'ewaste-treated', 'hazardous-treated']],
  [
    '12.5',
    [
      'cdw-recovered',
      'cdw-recovery-rate',
      'contamination',
      'items-repaired',
      'landfill-diverted',
      'product-lifetime',
      'refill-points',
      'separate-collection',
      'single-use-avoided',
      'sorting-capacity',
      'textiles-reused',
      'tonnes-reused',
      'waste-generated',
      'waste-per-person',
    ],
  ],
  ['12.5.1', ['recycling-rate', 'tonnes-composted', 'tonnes-recycled']],
  ['12.7.1', ['circular-procurement']],
  ['12.8', ['people-trained']],
  ['13.2', ['ghg-avoided']],
  ['14.1.1', ['plastic-leakage']],
  ['15.3', ['green-area-restored']],
  ['17.3', ['private-money']],
];
