import * as m from '#messages/progress-reports';
import type { Schemas } from '../../base/api/client.ts';
import { dayText, decimalText, exactText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { minorText } from '../../base/parts/sums.ts';
import { rareCode } from '../../opened/choices.ts';

export type Report = Schemas['ProgressReport'];
export type Edition = Report['editions'][number];
export type Cell = Edition['cells'][number];
export const SECTIONS = ['standing', 'actions', 'results', 'commitments', 'governance', 'learning', 'next', 'evidence'] as const;
export type Section = (typeof SECTIONS)[number];
export const sectionName = (section: Section): string => rareCode('section', section);

type CodeNames = (code: string) => string;
/** What the codes in values are called. */
export type Called = {
  readonly names: Schemas['Names'];
  readonly indicator: CodeNames;
  readonly dimension: CodeNames;
  readonly unit: CodeNames;
};

export const isOfCity = ({ state }: Pick<Cell, 'state'>): boolean => state === 'typed';
const partsOf = ({ key }: Cell): readonly [string, string] => {
  const [, one = '', other = ''] = key.split('/');
  return [one, other];
};

/** The project that a value is of; '' where it is of none. Earlier versions said it in the key alone, of some. */
export const projectOfCell = ({ key, project = '' }: Cell): string => project || (/^actions\/(prj_[0-9a-z]+)\//.exec(key)?.[1] ?? '');

/** What a value is of, in words. */
export function nameOfCell(cell: Cell, { names, indicator, dimension }: Called): string {
  const { section, key } = cell;
  const [one, other] = partsOf(cell);
  const isFilled = key.startsWith(`${section}/`) && !isOfCity(cell);
  if (!isFilled && section !== 'standing') return key.startsWith(`${section}/`) ? key.slice(section.length + 1) : key;
  switch (section) {
    case 'standing':
      return m.standing({ code: one });
    case 'actions':
      return m.ofProject({ project: names[one]?.text ?? one, code: other });
    case 'results':
      return one.startsWith('mst_') ? indicator(other) : ofPeriod(indicator(other), key);
    case 'commitments':
      return m.forCommitment({ code: one });
    case 'governance':
      return dimension(one);
    case 'next':
      return one === 'actions' ? m.actionsPlanned() : m.targetOf({ dimension: other === '' ? dimension(one) : indicator(other) });
    case 'evidence':
      return m.aFile();
    case 'learning':
      return one;
  }
}

/** Of a series or an action of the city’s own: by the day on which the period begins, or how it has moved. */
function ofPeriod(name: string, key: string): string {
  const from = key.split('/').at(-1) ?? '';
  return from === 'trend' ? m.movedOf({ indicator: name }) : m.fromDay({ indicator: name, day: dayText(from) });
}

/** A value as people read it; '' where there is none. */
export function valueOfCell(cell: Cell, { unit: unitName }: Called): string {
  const { section, value = '', unit = '' } = cell;
  const [one, other] = partsOf(cell);
  if (value === '') return '';
  if (isOfCity(cell)) return [DECIMAL.test(value) ? decimalText(value) : value, unit && unitName(unit)].filter(Boolean).join(' ');
  if (section === 'standing') return DAY.test(value) ? dayText(value) : value;
  if (section === 'governance' || (section === 'next' && one !== 'actions' && other === '')) return m.levelOf({ level: value });
  if (section === 'actions' && other === 'state') return statusText(one.startsWith('act_') ? 'actionStatus' : 'projectStatus', value);
  if (section === 'actions' && other === 'milestones-met') {
    const [met = '', all = ''] = value.split('/');
    return m.metOf({ met, all });
  }
  if (section === 'actions' && other === 'paid') return moneyText(minorText(value, unit));
  return [EXACT.test(value) ? exactText(value) : value, unit && unitName(unit)].filter(Boolean).join(' ');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const EXACT = /^-?\d+(\.\d+|\/\d+)?$/;

/** The hash of the file that a value is, where it is one. */
export const fileOfCell = (cell: Cell): string | undefined =>
  cell.section === 'evidence' && !isOfCity(cell) ? partsOf(cell)[0] : undefined;
