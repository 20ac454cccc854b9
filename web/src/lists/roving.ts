import { type KeyboardEvent, useRef, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Many parts of a picture are one stop of the keyboard; within it arrows lead from one to the next. */
export function useRoving(size: number) {
  const [chosen, choose] = useState(0);
  const parts = useRef<(HTMLOrSVGElement | null)[]>([]);
  const at = Math.min(chosen, Math.max(size - 1, 0));
  const go = (to: number): void => {
    choose(to);
    parts.current[to]?.focus();
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? size - 1 : step === undefined ? undefined : (at + step + size) % size;
      if (to === undefined) return;
      event.preventDefault();
      go(to);
    },
    /** What the part at this place is given. */
    part: (index: number) => ({
      tabIndex: index === at ? 0 : -1,
      onFocus: () => choose(index),
      ref: (element: HTMLOrSVGElement | null) => {
        parts.current[index] = element;
      },
    }),
  };
}
