import type { ReactNode } from 'react';

/** Rings of status, and lines. Each is drawn on 16 by 16. */
const DRAWN = {
  none: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.2 2.5" />,
  open: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  part: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" />
    </>
  ),
  wait: (
    <>
      <path d="M10.05 2.36A6 6 0 1 0 13.9 6.96" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="12.5" cy="4" r="1.6" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path className="tick" d="m4.9 8.2 2.2 2.2 4.1-4.6" fill="none" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  back: (
    <>
      <path d="M3.2 5A6 6 0 1 1 2 8.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M2.6 1.8v3.6h3.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  late: (
    <>
      <path d="M6 2.3A6 6 0 1 0 10 2.3" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M8 1v6.4" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="8" cy="10.6" r="1.2" fill="currentColor" />
    </>
  ),
  no: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  arrow: (
    <path
      d="M3 8h10M9.5 4.5 13 8l-3.5 3.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  search: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.5 10.5 3.4 3.4" />
    </g>
  ),
  globe: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M1.8 8h12.4M8 1.8c-4.4 4-4.4 8.4 0 12.4M8 1.8c4.4 4 4.4 8.4 0 12.4" />
    </g>
  ),
  out: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M8 2.5v7.5M5 7l3 3 3-3M3 12.8h10" />
    </g>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  bell: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M3.2 11.5c1-1 1.3-2 1.3-4.2a3.5 3.5 0 0 1 7 0c0 2.2.3 3.2 1.3 4.2z" />
      <path d="M6.7 13.8h2.6M8 2v1.6" />
    </g>
  ),
  menu: <path d="M2 4.5h12M2 8h12M2 11.5h12" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
} satisfies Record<string, ReactNode>;
export type IconName = keyof typeof DRAWN;

/** Always next to words that say the same. */
export const Icon = ({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    {DRAWN[name]}
  </svg>
);
