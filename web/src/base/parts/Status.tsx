import * as m from '#messages';
import { projectStatus } from '#statuses';
import type { Schemas } from '../api/client.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ProjectStatus = Schemas['Project']['status'];

/** Of each status its shape and its tone, as the contracts say them. */
export type Shown = Readonly<Record<string, string>>;

/** The shape tells a status before the colour does. One that this page does not know yet, of a newer installation, is neither good nor bad. */
export function ringAndTone(shown: Shown, status: string): readonly [ring: IconName, tone: string] {
  const [ring, tone = ''] = (shown[status] ?? 'open').split(' ');
  return [ring as IconName, tone];
}

export function Status({ status }: { readonly status: ProjectStatus }) {
  const [ring, tone] = ringAndTone(projectStatus, status);
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{m.status({ status })}</span>
    </span>
  );
}

/** How sure the money of a milestone is. */
export type Arc = 'settled' | 'moving' | 'committed' | 'sought';

const SIZE = 56;
const MIDDLE = SIZE / 2;
const RADIUS = 23;
const GAP = 0.06;
const point = (angle: number): string =>
  `${(MIDDLE + RADIUS * Math.sin(angle)).toFixed(2)} ${(MIDDLE - RADIUS * Math.cos(angle)).toFixed(2)}`;

/** A project: one arc for each of its milestones; the ring closes when every one is paid. Words next to it say the same. */
export function Ring({ arcs, size = SIZE }: { readonly arcs: readonly Arc[]; readonly size?: number }) {
  const each = (2 * Math.PI) / Math.max(arcs.length, 1);
  const whole = `M${MIDDLE} ${MIDDLE - RADIUS}a${RADIUS} ${RADIUS} 0 1 1 0 ${2 * RADIUS}a${RADIUS} ${RADIUS} 0 1 1 0 -${2 * RADIUS}`;
  const arc = (index: number): string => {
    const [from, to] = [index * each + GAP, (index + 1) * each - GAP];
    return `M${point(from)}A${RADIUS} ${RADIUS} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`;
  };
  return (
    <svg className="ring" width={size} height={size} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      {arcs.length < 2 ? <path className={arcs[0] ?? 'sought'} strokeWidth="8" d={whole} /> : null}
      {arcs.length < 2 ? null : arcs.map((certainty, index) => <path key={index} className={certainty} strokeWidth="8" d={arc(index)} />)}
    </svg>
  );
}
