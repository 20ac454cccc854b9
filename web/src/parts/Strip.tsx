export type Segment = { readonly key: string; readonly weight: number; readonly score: number };

const GAP = 2;

/** A score as its parts: as wide as each weighs, as full as it is met. Words beside it say the same. */
export function Strip({
  segments,
  width,
  height = 8,
  whole = 1,
}: {
  readonly segments: readonly Segment[];
  readonly width: number;
  readonly height?: number;
  /** The weight that fills the whole width. */
  readonly whole?: number;
}) {
  const room = width - GAP * (segments.length - 1);
  const widths = segments.map(({ weight }) => (weight / whole) * room);
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, each) => sum + each + GAP, 0));
  return (
    <svg className="strip" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {segments.map(({ key, score }, at) => (
        <g key={key}>
          <rect x={starts[at]} width={widths[at]} height={height} rx="1" />
          <rect className="on" x={starts[at]} width={(widths[at] ?? 0) * score} height={height} rx="1" />
        </g>
      ))}
    </svg>
  );
}
