import type { ReactNode } from 'react';

/** What may be wider than the page scrolls by itself, and is reached by the keyboard for that. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no set of fields
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a focus nothing scrolls it but the mouse
  <div className="scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
